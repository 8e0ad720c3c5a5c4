import type { Claim } from '../domain/claim.ts';

/** How many records the seller claims, and whether the analyst has settled that claim or it is only proposed. */
export type ClaimedSize = { readonly records: number; readonly isSettled: boolean };

/**
 * The size that the claims give the leak, in records: of a claim that is confirmed or edited before one that is proposed;
 * a rejected claim never counts. Null where none names a number above zero.
 */
export function claimedSize(claims: readonly Pick<Claim, 'content' | 'state'>[]): ClaimedSize | null {
  const sizes = claims.flatMap(({ content, state }) => {
    const records = content.kind === 'record-count' ? (content.count ?? 0) : 0;
    return records > 0 && state !== 'rejected' ? [{ records, isSettled: state !== 'proposed' }] : [];
  });
  return sizes.find(({ isSettled }) => isSettled) ?? sizes[0] ?? null;
}
