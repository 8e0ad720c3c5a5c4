import { type Claim, standingClaims } from '#shared/domain/claim.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';

/**
 * What the checks of a sample rest on beside its rows, which never change: the types of its columns and the claims. Checks
 * whose basis is another one are stale.
 */
export function basisOf(types: readonly FieldTypeId[], claims: readonly Claim[]): string {
  const said = standingClaims(claims).map((content) => JSON.stringify(content));
  return JSON.stringify({ types, claims: said.toSorted() });
}
