import { shapeBits } from '../../kernel/shapes.ts';
import { isDigitCode } from '../characters.ts';
import { shareOf } from '../column-facts.ts';
import { defineDetector, type QuickRule, quickVerdict, reading } from '../detector.ts';
import { keepEnds } from '../masks.ts';
import { isInternationalNumber } from '../phone-plan.ts';

// Area codes: 10, 20–29 save 26, and three digits from 3 on. Numbers in them begin with 2–8 and have 7 or 8 digits.
const form =
  /^(?:\(?(?:\+|00)?86\)?[ -]?\(?0?|\(?0)(10|2[0-57-9]|[3-9]\d{2})\)?[ -]{0,3}([2-8]\d{2,3})[ -]?(\d{4})(?: ?(?:-|转|#|\*|x|ext\.? ?|分机号?:?) ?(\d{1,6}))?$/i;

/** Reads a number into area code, number and, behind a hyphen, extension. */
function readLandline(value: string): string | null {
  const first = value.charCodeAt(0);
  if (value.length < 9 || value.length > 32 || !(isDigitCode(first) || first === 40 || first === 43)) {
    return null;
  }
  const match = form.exec(value);
  if (match === null) {
    return null;
  }
  const [, area = '', head = '', tail = '', extension] = match;
  return `0${area}${head}${tail}${extension === undefined ? '' : `-${extension}`}`;
}

/** Numbers of other countries are told apart by no more than their `+`: mobile or not, only the header knows. */
function readForeign(value: string): string | null {
  if (value.length > 24 || !/^(?:\+|00)[\d(]/.test(value)) {
    return null;
  }
  const digits = value.replaceAll(/[ ().-]/g, '').replace(/^00/, '+');
  return !digits.startsWith('+86') && isInternationalNumber(digits) ? digits : null;
}

/** The ASCII characters that a number with its prefix, or one that is hidden in part, can begin with: `(`, `+`, 0 and 8. */
const beginnings = new Set([0x28, 0x2b, 0x30, 0x38]);

/** Says of most values that are no fixed lines, mobile numbers above all, that they are none. */
const quick: QuickRule = (bytes, start, _end, bits) =>
  (bits & shapeBits.notAscii) !== 0 || beginnings.has(bytes[start] ?? 0) ? quickVerdict.ask : quickVerdict.invalid;

/**
 * Fixed lines: Chinese ones of area code 0 + 2–3 digits, 7–8 digits and an optional extension (pack, validator `cn-landline`),
 * those of other countries with `+`. Of random digits in that layout 7 of 10 begin as a number does, and most areas exist.
 */
export const landline = defineDetector({
  fieldType: 'landline',
  chance: 0.08,
  standsAlone: (facts) => !facts.countsUp && shareOf(facts, (value) => readLandline(value) !== null) >= 0.8,
  ...reading((value) => readLandline(value) ?? readForeign(value)),
  quick,
  mask: (value) => keepEnds(readLandline(value) ?? readForeign(value) ?? value, 3, 2),
  maskedForm: /^0\d{2,3}-?\d{0,4}[*＊●•]{2,8}\d{0,4}$/,
});
