import { type Claim, standingClaims } from '../domain/claim.ts';

/**
 * What the claims tell of how the data came to be had: `none` stands, so that no listing is known; a listing is kept
 * (`listed`), which may also give the data away or only report on it; or it asks a price (`for-sale`).
 */
export type Offer = 'none' | 'listed' | 'for-sale';

/** Words that a price begins with where there is none to pay. */
const noPrice = /^\s*(?:free\b|gratis\b|免费)/i;

/** What kind of offer the claims make; one that the analyst has rejected says nothing. */
export function offerOf(claims: readonly Pick<Claim, 'content' | 'state'>[]): Offer {
  const standing = standingClaims(claims);
  const isSale = standing.some(
    (content) => content.kind === 'price' && content.amount !== 0 && !noPrice.test(content.text),
  );
  return isSale ? 'for-sale' : standing.length > 0 ? 'listed' : 'none';
}
