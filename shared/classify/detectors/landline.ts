import { isDigitCode, isDigits, without } from '../characters.ts';
import { defineDetector } from '../detector.ts';
import { keepEnds } from '../masks.ts';

const form = /^(?:\+?86[ -]?|0)(?:10|2\d|[3-9]\d{2})\)?[ -]?[2-9]\d{6,7}(?:(?:-|转|ext\.? ?)\d{1,6})?$/;

function compact(value: string): string {
  const digits = without(value, ' -()');
  return digits.startsWith('+86') ? `0${digits.slice(3)}` : digits;
}

function isLandline(value: string): boolean {
  const first = value.charCodeAt(0);
  if (value.length < 9 || value.length > 24 || !(isDigitCode(first) || first === 40 || first === 43)) {
    return false;
  }
  const bare = first === 40 ? value.slice(1) : value;
  // 86 followed by 11 digits starting with 1 is a mobile number with its country code.
  return form.test(bare) && !(isDigits(bare) && bare.startsWith('861') && bare.length === 13);
}

/** Chinese fixed lines: area code 0 + 2–3 digits, 7–8 digits, optional extension (pack, validator `cn-landline`). */
export const landline = defineDetector({
  fieldType: 'landline',
  chance: 0.08,
  standsAlone: (facts) => !facts.countsUp,
  accepts: isLandline,
  normalise: compact,
  mask: (value) => keepEnds(value, 3, 2),
  maskedForm: /^0\d{2,3}-?\d{0,4}[*＊●•]{2,8}\d{0,4}$/,
});
