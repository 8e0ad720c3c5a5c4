import { packId } from '../packs/field-types.ts';
import { isDigits } from './characters.ts';
import { detectorFor } from './detectors.ts';

const mobile = detectorFor(packId('mobile'));

/** The eleven digits of a number of the Chinese mobile plan, given out or not; null for any other value. */
export function chineseMobile(value: string): string | null {
  const number = mobile.normalise(value);
  return number.length === 11 && number.charCodeAt(0) === 49 && isDigits(number) ? number : null;
}

/** Whether the plan has given the number's first three digits out. */
export function isGivenOut(number: string): boolean {
  return mobile.accepts(number);
}
