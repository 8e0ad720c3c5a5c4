import { isDigits } from '../classify/characters.ts';

/** The digits of a number as written, without a prefix of letters and leading zeros; null where other signs stand among them. */
export function bareDigits(value: string): string | null {
  const digits = value.replace(/^[A-Za-z]{0,8}[-_]?/, '');
  return digits.length <= 40 && isDigits(digits) ? digits.replace(/^0+(?=\d)/, '') : null;
}

/** Compares whole numbers of any length, given as digits without leading zeros: −1, 0 or 1. */
export function compareDigits(a: string, b: string): number {
  if (a.length !== b.length) {
    return a.length < b.length ? -1 : 1;
  }
  return a === b ? 0 : a < b ? -1 : 1;
}
