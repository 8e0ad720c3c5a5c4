import { numberIn } from '../bytes.ts';
import { isCalendarDay } from '../calendar.ts';
import { isDigitCode, isDigits, numberAt } from '../characters.ts';
import { defineDetector, type QuickRule, quickVerdict, reading } from '../detector.ts';
import { keepEnds } from '../masks.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

// First two digits of the divisions of GB/T 2260; 81–83 stand for the residence permits of Hong Kong, Macau and Taiwan.
const divisions = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
  64, 65, 71, 81, 82, 83,
]);

/** No clock is read; who is born later is in no leak for years to come. */
const lastBirthYear = 2039;

function isBirthDay(year: number, month: number, day: number): boolean {
  return year <= lastBirthYear && isCalendarDay(year, month, day);
}

function hasCheckCharacter(value: string): boolean {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    sum += (value.charCodeAt(i) - 48) * (weights[i] ?? 0);
  }
  const last = value.charCodeAt(17);
  return checks.charCodeAt(sum % 11) === (last === 120 ? 88 : last);
}

function isLegacy(value: string): boolean {
  return (
    isDigits(value) &&
    divisions.has(numberAt(value, 0, 2)) &&
    isCalendarDay(1900 + numberAt(value, 6, 8), numberAt(value, 8, 10), numberAt(value, 10, 12))
  );
}

/**
 * True for a PRC resident ID: 18 characters by GB 11643-1999 (division, birth date, sequence, check by ISO 7064 MOD 11-2)
 * or the 15 digits used before. stdnum is the oracle of the tests only: it reads the clock, refuses a small x and the old
 * form, and takes 4 µs a value.
 */
export function isResidentId(value: string): boolean {
  if (value.length === 15) {
    return isLegacy(value);
  }
  if (value.length !== 18) {
    return false;
  }
  const last = value.charCodeAt(17);
  return (
    (isDigitCode(last) || last === 88 || last === 120) &&
    isDigits(value, 0, 17) &&
    divisions.has(numberAt(value, 0, 2)) &&
    isBirthDay(numberAt(value, 6, 10), numberAt(value, 10, 12), numberAt(value, 12, 14)) &&
    hasCheckCharacter(value)
  );
}

/** Reads an id that may be written in groups or with a small x. */
function readResidentId(value: string): string | null {
  if (value.length < 15 || value.length > 24) {
    return null;
  }
  if (isResidentId(value)) {
    return value.endsWith('x') ? value.toUpperCase() : value;
  }
  if (!/^\d{6}(?:[ -]?\d)+[ -]?[\dXx]$/.test(value)) {
    return null;
  }
  const bare = value.replaceAll(/[ -]/g, '').toUpperCase();
  return isResidentId(bare) ? bare : null;
}

function checkByte(bytes: Uint8Array, start: number): number {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    sum += ((bytes[start + i] ?? 0) - 48) * (weights[i] ?? 0);
  }
  return checks.charCodeAt(sum % 11);
}

const quick: QuickRule = (bytes, start, end) => {
  // Without a comparison that NaN fails, what is no digit would pass for one.
  if (end - start !== 18 || !(numberIn(bytes, start, start + 17) >= 0) || bytes[start + 17] === 0x78) {
    return quickVerdict.ask;
  }
  const isValid =
    divisions.has(numberIn(bytes, start, start + 2)) &&
    isBirthDay(
      numberIn(bytes, start + 6, start + 10),
      numberIn(bytes, start + 10, start + 12),
      numberIn(bytes, start + 12, start + 14),
    ) &&
    checkByte(bytes, start) === bytes[start + 17];
  return isValid ? quickVerdict.valid : quickVerdict.invalid;
};

/** PRC resident ID numbers. Chance: 35 of 90 divisions × 2 % years × 3.7 % days × 1/11 for the check character. */
export const cnResidentId = defineDetector({
  fieldType: 'cn-resident-id',
  chance: 0.00003,
  standsAlone: () => true,
  ...reading(readResidentId),
  quick,
  mask: (value) => keepEnds(readResidentId(value) ?? value, 3, 4),
  maskedForm: /^(?=.{15,18}$)\d{1,6}[*＊●•]{4,16}[\dXx]{0,4}$|^\d{4,6}[*＊●•]{3,}\d{3}[\dXx]$/,
});
