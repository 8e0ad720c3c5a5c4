import type { Case, CaseId } from '#shared/domain/case.ts';
import {
  type Claim,
  type ClaimContent,
  type ClaimId,
  type ClaimProposal,
  type ClaimState,
  claimIdSchema,
  claimKindLabels,
  claimSchema,
} from '#shared/domain/claim.ts';
import { type Evidence, evidenceIdSchema } from '#shared/domain/evidence.ts';
import { firstRevision, revise } from '#shared/domain/record.ts';
import { recordEvent } from './audit-events.ts';
import { cases, createCase, touchCase } from './cases.ts';
import { newId, now } from './clock-and-ids.ts';
import { digestOf } from './digest.ts';
import { evidence } from './evidence.ts';
import { inOneStep, sealedTable } from './sealed-table.ts';

export const claims = sealedTable('claims', claimSchema, ({ caseId }) => ({ caseId }));

/** A listing as it was received: its text, the name it came under, and whether it is made-up material. */
export type ReceivedListing = { readonly name: string; readonly text: string; readonly bundled: boolean };

/** Keeps a listing's text as evidence (SHA-256 of its UTF-8 bytes) together with the claims proposed from it. */
async function receiveListing(
  caseId: CaseId,
  listing: ReceivedListing,
  proposals: readonly ClaimProposal[],
): Promise<Evidence> {
  const { sha256, byteLength } = digestOf(listing.text);
  const at = now();
  const { name, text, bundled } = listing;
  const kept: Evidence = {
    ...{ id: newId(evidenceIdSchema), caseId, kind: 'listing', name, byteLength, sha256, receivedAt: at, text },
    original: null,
    ...{ bundled, ...firstRevision(at) },
  };
  const proposed = proposals.map(
    ({ content, quote }): Claim => ({
      ...{ id: newId(claimIdSchema), caseId, evidenceId: kept.id, content, quote, state: 'proposed' },
      ...firstRevision(at),
    }),
  );
  await inOneStep([evidence, claims, cases], async () => {
    await evidence.put(kept);
    await claims.putMany(proposed);
    await touchCase(caseId);
    await recordEvent(caseId, { kind: 'listing-received', name, sha256 });
  });
  return kept;
}

/** Opens a case from a listing: case, evidence and proposed claims as one step. */
export function openCaseFromListing(
  title: string,
  listing: ReceivedListing,
  proposals: readonly ClaimProposal[],
): Promise<Case> {
  return inOneStep([cases, evidence, claims], async () => {
    const opened = await createCase(title);
    await receiveListing(opened.id, listing, proposals);
    return opened;
  });
}

/** The claims of a case, in the order they were made. */
export async function claimsOf(caseId: CaseId): Promise<Claim[]> {
  return (await claims.where('caseId', caseId)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function nameOf({ kind, text }: ClaimContent): string {
  return `${claimKindLabels[kind]}: ${text}`;
}

/** Writes the analyst's decision on a claim down: its state, and its content where that was changed by hand. */
export async function decideClaim(id: ClaimId, state: ClaimState, content?: ClaimContent): Promise<void> {
  await inOneStep([claims, cases], async () => {
    const found = await claims.get(id);
    if (found !== undefined) {
      await claims.put(revise(found, { state, ...(content === undefined ? {} : { content }) }, now()));
      await touchCase(found.caseId);
      await recordEvent(found.caseId, { kind: 'claim-decided', claim: nameOf(content ?? found.content), state });
    }
  });
}

/** Adds a claim that the analyst read in the listing where the machine did not. */
export async function addClaim(listing: Evidence, content: ClaimContent): Promise<void> {
  const { caseId, id: evidenceId } = listing;
  const added: Claim = {
    ...{ id: newId(claimIdSchema), caseId, evidenceId, content, quote: null, state: 'edited' },
    ...firstRevision(now()),
  };
  await inOneStep([claims, cases], async () => {
    await claims.put(added);
    await touchCase(caseId);
    await recordEvent(caseId, { kind: 'claim-decided', claim: nameOf(content), state: 'edited' });
  });
}
