import type { ClaimContent } from '#shared/domain/claim.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { decodeListing, type ListingTextFailure, mostListingBytes } from '#shared/listing/decode-text.ts';
import { proposeClaims } from '#shared/listing/propose.ts';
import type { Surroundings } from './command.ts';
import { withSource } from './with-source.ts';

const what: Readonly<Record<ListingTextFailure['kind'], string>> = {
  empty: 'has no text in it',
  binary: 'is not text but a binary file',
  'not-utf-8': 'is not UTF-8 text',
};

/** Reads the post that offers the data and gives what it claims, as proposed. The failure is a sentence. */
export function readListing(file: string, around: Surroundings): Promise<Result<readonly ClaimContent[], string>> {
  return withSource(file, around, async (source) => {
    if (source.byteLength > mostListingBytes) {
      return err(`“${file}” is larger than the 4 MB that a listing may have.`);
    }
    const text = decodeListing(await source.slice(0, source.byteLength));
    return text.ok
      ? ok(proposeClaims(text.value).map(({ content }) => content))
      : err(`The listing “${file}” ${what[text.error.kind]}. Nothing was analysed.`);
  });
}
