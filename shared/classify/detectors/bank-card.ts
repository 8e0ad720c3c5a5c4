import { isDigits, without } from '../characters.ts';
import { defineDetector } from '../detector.ts';
import { keepEnds } from '../masks.ts';
import { isResidentId } from './cn-resident-id.ts';

// Leading digits of the card schemes by ISO/IEC 7812: 3 Amex, JCB, Diners; 4 Visa; 5 Mastercard; 6 UnionPay, Discover;
// 2 Mastercard's 2221–2720; 9 domestic cards of Chinese banks.
const majorIndustries = '234569';

/** The check of ISO/IEC 7812-1, annex B (Luhn), over a string of digits. */
function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    const digit = digits.charCodeAt(i) - 48;
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

function compact(value: string): string {
  return without(value, ' -');
}

function isCard(value: string): boolean {
  if (value.length < 13 || value.length > 23) {
    return false;
  }
  const digits = compact(value);
  if (digits.length < 13 || digits.length > 19 || !isDigits(digits)) {
    return false;
  }
  if (!majorIndustries.includes(digits.charAt(0)) || !hasLuhnDigit(digits)) {
    return false;
  }
  // Both share the length of 15 and 18; a birth date and MOD 11-2 are no accident.
  return !isResidentId(digits);
}

/** Payment cards: 13–19 digits, Luhn, a scheme's first digit; the mask keeps first 6 and last 4 as PCI DSS 3.4.1 allows. */
export const bankCard = defineDetector({
  fieldType: 'bank-card',
  chance: 0.07,
  standsAlone: (facts) => !facts.countsUp && facts.distinctRatio > 0.2,
  accepts: isCard,
  normalise: compact,
  mask: (value) => keepEnds(compact(value), 6, 4),
  maskedForm: /^(?=.{15,23}$)[\d *＊●•-]{11,19}\d{4}$|^[*＊●•]{2,}[ -]?\d{4}$/,
});
