import { isDigits } from './characters.ts';

/** The check of ISO/IEC 7812-1, annex B (Luhn), over a string of digits. One in ten random numbers passes. */
export function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    const digit = digits.charCodeAt(i) - 48;
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

/** The sum of digit × weight over the first digits of a number, as many as there are weights. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (const [i, weight] of weights.entries()) {
    sum += (digits.charCodeAt(i) - 48) * weight;
  }
  return sum;
}

// The tables of J. Verhoeff, Error Detecting Decimal Codes (1969): multiplication in the dihedral group D5, and its
// permutation by place.
const product = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const permutation = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** The check of Verhoeff over a string of digits. One in ten random numbers passes. */
export function hasVerhoeffDigit(digits: string): boolean {
  let check = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const permuted = (permutation[i % 8] ?? '').charCodeAt(digit) - 48;
    check = (product[check] ?? '').charCodeAt(permuted) - 48;
  }
  return check === 0;
}

/** True if a number consists of one digit only, as numbers made up in a hurry do. */
export function isOneDigit(digits: string): boolean {
  return digits === digits.charAt(0).repeat(digits.length);
}

const groupSigns = / |-/g;

/**
 * The digits of a number that may be written in groups, with single blanks or single hyphens between digits; null where
 * anything else stands in it.
 */
export function groupedDigits(value: string): string | null {
  if (isDigits(value)) {
    return value;
  }
  return /^\d+(?:[ -]\d+)*$/.test(value) ? value.replaceAll(groupSigns, '') : null;
}
