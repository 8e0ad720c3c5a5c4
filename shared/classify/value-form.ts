import type { ValueForm } from '../domain/detection.ts';
import { packId } from '../packs/field-types.ts';
import { shareOf } from './column-facts.ts';
import type { ColumnEvidence, Fit } from './evidence.ts';
import { hasHidingSign } from './masks.ts';

const passwordHash = packId('password-hash');

/** From this share of the filled values on, a column counts as masked or hashed by its source. */
const most = 0.5;

/** How the values of a column stand in it, once its type is known. */
export function valueForm({ detector }: Fit, { facts, fits }: ColumnEvidence): ValueForm {
  if ((fits.get(passwordHash)?.share ?? 0) >= most) {
    return 'hashed';
  }
  const isMasked = (value: string): boolean => (detector.chance < 1 ? detector.isMasked(value) : hasHidingSign(value));
  return shareOf(facts, isMasked) >= most ? 'masked' : 'plain';
}
