import { listingDraftSchema } from '#shared/domain/listing-draft.ts';
import { firstRevision, revise } from '#shared/domain/record.ts';
import { now } from './clock-and-ids.ts';
import { inOneStep, sealedTable } from './sealed-table.ts';

const listingDrafts = sealedTable('listingDrafts', listingDraftSchema);

/** The listing text that was typed but not taken in; empty when there is none. */
export async function listingDraft(): Promise<string> {
  return (await listingDrafts.get('listing-draft'))?.text ?? '';
}

/** Keeps the listing text that is being typed. */
export async function keepListingDraft(text: string): Promise<void> {
  await inOneStep([listingDrafts], async () => {
    const found = await listingDrafts.get('listing-draft');
    const at = now();
    await listingDrafts.put(
      found === undefined ? { id: 'listing-draft', text, ...firstRevision(at) } : revise(found, { text }, at),
    );
  });
}
