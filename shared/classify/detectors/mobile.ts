import { shapeBits } from '../../kernel/shapes.ts';
import { isDigits, without } from '../characters.ts';
import type { ColumnFacts } from '../column-facts.ts';
import { defineDetector, type QuickRule, quickVerdict } from '../detector.ts';
import { keepEnds } from '../masks.ts';
import { isInternationalNumber } from '../phone-plan.ts';

// Third digits that the Chinese numbering plan has given out, by the second digit (pack, validator `cn-mobile`).
const planned = ['', '', '', '0123456789', '56789', '012356789', '2567', '012345678', '0123456789', '012356789'];

function isChineseMobile(value: string): boolean {
  if (value.length !== 11 || value.charCodeAt(0) !== 49 || !isDigits(value)) {
    return false;
  }
  const thirds = planned[value.charCodeAt(1) - 48] ?? '';
  return thirds.includes(value.charAt(2)) || value.startsWith('140') || value.startsWith('144');
}

/** Eleven digits are Chinese or nothing; with anything else the text must be asked. */
const quick: QuickRule = (bytes, start, end, bits) => {
  if (bits !== shapeBits.digit || end - start !== 11 || bytes[start] === 0x30) {
    return quickVerdict.ask;
  }
  const [first, second = 0, third = 0] = [bytes[start], bytes[start + 1], bytes[start + 2]];
  const thirds = planned[second - 48] ?? '';
  const isGiven =
    thirds.includes(String.fromCharCode(third)) || (second === 0x34 && (third === 0x30 || third === 0x34));
  return first === 0x31 && isGiven ? quickVerdict.valid : quickVerdict.invalid;
};

/** The number without separators and without the Chinese country code; other countries keep `+` and their code. */
function bare(value: string): string {
  const digits = value.length === 11 ? value : without(value, ' -()');
  if (digits.length === 13 && digits.startsWith('86')) {
    return digits.slice(2);
  }
  if (digits.length === 14 && digits.startsWith('+86')) {
    return digits.slice(3);
  }
  if (digits.length === 15 && digits.startsWith('0086')) {
    return digits.slice(4);
  }
  return digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
}

function isMobile(value: string): boolean {
  if (value.length < 8 || value.length > 22) {
    return false;
  }
  const number = bare(value);
  // A number left with +86 is Chinese and no mobile number: that plan is the business of isChineseMobile.
  if (number.startsWith('+86')) {
    return false;
  }
  return number.startsWith('+') ? isInternationalNumber(number) : isChineseMobile(number);
}

/** Numbers of one office, one day or one batch share their first digits; phones of many people do not. */
function hasManyPrefixes(facts: ColumnFacts): boolean {
  const prefixes = new Set(
    [...facts.distinct].map((value) => bare(value)).map((number) => number.slice(0, number.startsWith('+') ? 7 : 3)),
  );
  return prefixes.size >= Math.min(4, Math.ceil(facts.distinct.size / 3));
}

/**
 * Mobile numbers: the Chinese plan with or without +86, and any country's number written with `+` or `00` (E.164).
 * Of random 11-digit values some 6 % pass.
 */
export const mobile = defineDetector({
  fieldType: 'mobile',
  chance: 0.06,
  standsAlone: (facts) => !facts.countsUp && hasManyPrefixes(facts),
  accepts: isMobile,
  quick,
  normalise: bare,
  mask: (value) => keepEnds(bare(value), 3, 4),
  maskedForm: /^(?:\+?86)?[ -]?1[3-9]\d?[*＊●•]{2,9}\d{0,4}$/,
});
