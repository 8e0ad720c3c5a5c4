import { shareOf } from '../column-facts.ts';
import { defineDetector, reading } from '../detector.ts';
import { keepEnds } from '../masks.ts';

const form = /^[A-HJ-NPR-Z\d]{13}\d{4}$/;
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const worths = '12345678123457923456789';

/** What a character counts in the sum: digits themselves, letters 1–9 by ISO 3779's table. */
function worth(character: string): number {
  const at = letters.indexOf(character);
  return Number(at < 0 ? character : worths.charAt(at));
}

function hasCheckDigit(vin: string): boolean {
  let sum = 0;
  for (const [i, weight] of weights.entries()) {
    sum += weight * worth(vin.charAt(i));
  }
  return '0123456789X'.charAt(sum % 11) === vin.charAt(8);
}

/** North America (1–5) and China (L) prescribe the check digit: 49 CFR 565.15 and GB 16735-2019. Bare digits need it too. */
function mustCheck(vin: string): boolean {
  return /^[1-5L]|^\d{17}$/.test(vin);
}

function readVin(value: string): string | null {
  if (value.length < 17 || value.length > 20) {
    return null;
  }
  const vin = value.replaceAll(/[ -]/g, '').toUpperCase();
  if (vin.length !== 17 || !form.test(vin)) {
    return null;
  }
  return mustCheck(vin) && !hasCheckDigit(vin) ? null : vin;
}

/**
 * Vehicle identification numbers (ISO 3779; pack, validator `vin`): 17 places without I, O and Q, the last four digits. Chance:
 * of random letters and digits in that layout (33/36)^13 have no such letter, and five sixths of those need no check.
 */
export const vin = defineDetector({
  fieldType: 'vin',
  chance: 0.25,
  standsAlone: (facts) =>
    shareOf(facts, (value) => {
      const read = readVin(value);
      return read !== null && hasCheckDigit(read) && /[A-Z]/.test(read);
    }) >= 0.8,
  ...reading(readVin),
  mask: (value) => keepEnds(readVin(value) ?? value, 3, 4),
  maskedForm: /^[A-HJ-NPR-Z\d]{3,8}[*＊●•]{4,12}[\dA-Z]{0,6}$/i,
  maskedFormIsCommon: true,
});
