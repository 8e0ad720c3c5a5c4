import { detectorFor } from '../classify/detectors.ts';
import { packId } from '../packs/field-types.ts';

const price = detectorFor(packId('price'));

/** An amount of money in hundredths; null for what is none, for zero and for what is too large to be a price. */
export function centsOf(value: string): number | null {
  if (!price.accepts(value)) {
    return null;
  }
  const cents = Math.round(Number(price.normalise(value)) * 100);
  return cents > 0 && cents < 1e12 ? cents : null;
}
