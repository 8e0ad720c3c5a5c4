import { groupedDigits, hasLuhnDigit, isOneDigit } from '../check-digits.ts';
import { defineDetector, reading } from '../detector.ts';
import { keepEnds } from '../masks.ts';
import { isResidentId } from './cn-resident-id.ts';

/*
 * Leading digits by scheme and their lengths (ISO/IEC 7812 and the schemes' published ranges). 62 and 81 are UnionPay (16–19;
 * some banks of China still have 13 to 15 on older series), 9 domestic cards of Chinese banks, 4 and 6 also old debit cards of
 * 17 and 18 digits (Bank of Communications 405512, 601428).
 */
const schemes: readonly (readonly [form: RegExp, lengths: ReadonlySet<number>])[] = [
  [/^4/, new Set([13, 16, 17, 18, 19])],
  [/^6/, new Set([12, 13, 14, 15, 16, 17, 18, 19])],
  [/^5/, new Set([12, 13, 14, 15, 16, 17, 18, 19])],
  [/^3[47]/, new Set([15])],
  [/^3(?:0|6|8|9)/, new Set([14, 15, 16, 17, 18, 19])],
  [/^35(?:2[89]|[3-8])/, new Set([16, 17, 18, 19])],
  [/^2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)/, new Set([16])],
  [/^220[0-5]/, new Set([16, 17, 18, 19])],
  [/^(?:81|82|9)/, new Set([16, 17, 18, 19])],
];

function readCard(value: string): string | null {
  if (value.length < 12 || value.length > 23) {
    return null;
  }
  const digits = groupedDigits(value);
  if (digits === null || digits.length < 12 || digits.length > 19 || isOneDigit(digits) || !hasLuhnDigit(digits)) {
    return null;
  }
  // An old and a new resident id share the length of 15 and 18; a birth date and MOD 11-2 are no accident.
  if (isResidentId(digits)) {
    return null;
  }
  return schemes.some(([form, lengths]) => lengths.has(digits.length) && form.test(digits)) ? digits : null;
}

/**
 * Payment cards: 12–19 digits with Luhn (pack, validator `card`) in a length of their scheme; the mask keeps first 6 and last 4
 * as PCI DSS 3.4.1 allows. Chance: one in ten for Luhn × some half of all beginnings.
 */
export const bankCard = defineDetector({
  fieldType: 'bank-card',
  chance: 0.05,
  standsAlone: (facts) => !facts.countsUp && facts.distinctRatio > 0.2,
  ...reading(readCard),
  mask: (value) => keepEnds(readCard(value) ?? value, 6, 4),
  maskedForm: /^(?=.{15,23}$)[\d *＊●•-]{11,19}\d{4}$|^[*＊●•]{2,}[ -]?\d{4}$/,
});
