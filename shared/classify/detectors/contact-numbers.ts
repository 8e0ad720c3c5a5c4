import { isDigits, numberAt } from '../characters.ts';
import { defineDetector } from '../detector.ts';
import { keepEnds } from '../masks.ts';

/** QQ numbers: 5–11 digits, not leading 0. Any number looks like one, so a header must say so. */
export const qq = defineDetector({
  fieldType: 'qq',
  chance: 0.9,
  accepts: (value) => value.length >= 5 && value.length <= 11 && value.charCodeAt(0) !== 48 && isDigits(value),
  mask: (value) => keepEnds(value, 2, 2),
});

function isPostcode(value: string): boolean {
  if (value.length !== 6 || !isDigits(value)) {
    return false;
  }
  const region = numberAt(value, 0, 2);
  return region >= 1 && region <= 86;
}

/** Chinese postcodes: six digits, the first two 01–86 (pack, validator `cn-postcode`). */
export const postcode = defineDetector({
  fieldType: 'postcode',
  chance: 0.86,
  accepts: isPostcode,
  mask: (value) => keepEnds(value, 2, 0),
});
