import { isDigits } from '../characters.ts';
import { defineDetector, reading } from '../detector.ts';
import { keepEnds } from '../masks.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * True for a unified social credit code by GB 32100-2015 (18 characters, check by ISO 7064 MOD 31). Which departments may stand
 * in the first two places differs by source, so any character may. Own code, since stdnum 1.12 refuses every code whose check
 * character is 0.
 */
function isCreditCode(value: string): boolean {
  if (value.length !== 18 || !isDigits(value, 2, 8)) {
    return false;
  }
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const worth = alphabet.indexOf(value.charAt(i));
    if (worth < 0) {
      return false;
    }
    sum += worth * (weights[i] ?? 0);
  }
  return alphabet.charAt((31 - (sum % 31)) % 31) === value.charAt(17);
}

function readCode(value: string): string | null {
  if (value.length < 18 || value.length > 22) {
    return null;
  }
  const code = value.length === 18 ? value : value.replaceAll(/(?<=[\dA-Za-z])[ -](?=[\dA-Za-z])/g, '');
  const capital = code.toUpperCase();
  return isCreditCode(capital) ? capital : null;
}

/** Unified social credit codes of Chinese organisations. Of random 18-digit values about 3 % pass. */
export const uscc = defineDetector({
  fieldType: 'uscc',
  chance: 0.03,
  standsAlone: () => true,
  ...reading(readCode),
  mask: (value) => keepEnds(readCode(value) ?? value, 3, 4),
  maskedForm: /^9[\dA-Z]{1,7}[*＊●•]{4,14}[\dA-Z]{0,4}$/,
});
