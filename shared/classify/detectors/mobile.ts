import { shapeBits } from '../../kernel/shapes.ts';
import { isDigits } from '../characters.ts';
import type { ColumnFacts } from '../column-facts.ts';
import { defineDetector, type QuickRule, quickVerdict, reading } from '../detector.ts';
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

const china = /^\(?(?:\+ ?|00)?86\)?[ -]{0,3}(?=1)/;
const grouped = /^\d+(?:[ -]\d+)*$/;

/**
 * The eleven digits of a Chinese mobile number, which may be written in groups and with +86, 86 or 0086 in front; null where
 * it is none.
 */
export function chineseMobile(value: string): string | null {
  if (value.length === 11) {
    return isChineseMobile(value) ? value : null;
  }
  if (value.length < 11 || value.length > 24) {
    return null;
  }
  const national = value.replace(china, '');
  const digits = grouped.test(national) ? national.replaceAll(/[ -]/g, '') : '';
  return isChineseMobile(digits) ? digits : null;
}

const foreign = /^(?:\+|00)[ -]?\(?\d(?:[ -]?[()]?[ -]?\d)+$/;

/** A number of another country in E.164 form: `+`, calling code, national number. */
function foreignNumber(value: string): string | null {
  if (value.length < 8 || value.length > 24 || !foreign.test(value)) {
    return null;
  }
  const number = value.replaceAll(/[ ()-]/g, '').replace(/^00/, '+');
  // A number left with +86 is Chinese and no mobile number: that plan is the business of isChineseMobile.
  return !number.startsWith('+86') && isInternationalNumber(number) ? number : null;
}

function readMobile(value: string): string | null {
  return chineseMobile(value) ?? foreignNumber(value);
}

/** Numbers of one office, one day or one batch share their first digits; phones of many people do not. */
function hasManyPrefixes(facts: ColumnFacts): boolean {
  const prefixes = new Set(
    [...facts.distinct]
      .map((value) => readMobile(value) ?? value)
      .map((number) => number.slice(0, number.startsWith('+') ? 7 : 3)),
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
  ...reading(readMobile),
  quick,
  mask: (value) => keepEnds(readMobile(value) ?? value, 3, 4),
  maskedForm: /^(?:\+?86)?[ -]?1[3-9]\d?[*＊●•]{2,9}\d{0,4}$/,
});
