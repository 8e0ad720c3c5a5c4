import { numberIn } from './bytes.ts';
import { isCalendarDay } from './calendar.ts';
import { isDigitCode, isDigits, numberAt } from './characters.ts';

/** The forms of a point in time that leaked tables hold (validator `datetime` of the pack). */
export type DateTimeForm = 'date' | 'date-time' | 'compact-date' | 'compact-date-time' | 'epoch';

const textual =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?$/;

// Day or month first, as most of the world writes: 31.12.2024, 12/31/2024, 31-12-2024.
const yearLast = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?[AaPp][Mm])?)?$/;

const compactForms: Readonly<Record<number, DateTimeForm>> = {
  8: 'compact-date',
  10: 'epoch',
  12: 'compact-date-time',
  13: 'epoch',
  14: 'compact-date-time',
};

// 2000-01-01 and 2033-01-01 in epoch seconds. Ten digits beyond them begin like a year (1990… to 2035…), as student
// numbers do.
const firstEpoch = 946_684_800;
const endEpoch = 1_988_150_400;

function isTimeOfDay(hour: number, minute: number, second: number): boolean {
  return hour < 24 && minute < 60 && second < 61;
}

function digitsForm(value: string): DateTimeForm | null {
  const form = compactForms[value.length];
  if (form === undefined || !isDigits(value)) {
    return null;
  }
  if (form === 'epoch') {
    const seconds = numberAt(value, 0, 10);
    return seconds >= firstEpoch && seconds < endEpoch ? form : null;
  }
  if (!isCalendarDay(numberAt(value, 0, 4), numberAt(value, 4, 6), numberAt(value, 6, 8))) {
    return null;
  }
  if (form === 'compact-date') {
    return form;
  }
  const second = value.length === 14 ? numberAt(value, 12, 14) : 0;
  return isTimeOfDay(numberAt(value, 8, 10), numberAt(value, 10, 12), second) ? form : null;
}

function yearLastForm(value: string): DateTimeForm | null {
  const match = yearLast.exec(value);
  if (match === null) {
    return null;
  }
  const [, first, , second, year, hour, minute, rest] = match;
  const [a, b, y] = [Number(first), Number(second), Number(year)];
  if (!isCalendarDay(y, a, b) && !isCalendarDay(y, b, a)) {
    return null;
  }
  if (hour === undefined) {
    return 'date';
  }
  return isTimeOfDay(Number(hour), Number(minute), Number(rest ?? 0)) ? 'date-time' : null;
}

/** True for `yyyy-mm-dd`, in place and without a match: the form that fills nearly every date column. */
function isPlainIsoDay(value: string): boolean {
  return (
    value.charCodeAt(4) === 45 &&
    value.charCodeAt(7) === 45 &&
    isDigits(value, 0, 4) &&
    isDigits(value, 5, 7) &&
    isDigits(value, 8, 10)
  );
}

function isPlainIsoTime(value: string): boolean {
  return (
    value.charCodeAt(13) === 58 &&
    value.charCodeAt(16) === 58 &&
    isDigits(value, 11, 13) &&
    isDigits(value, 14, 16) &&
    isDigits(value, 17, 19)
  );
}

function isoForm(value: string): DateTimeForm | null {
  if (!isCalendarDay(numberAt(value, 0, 4), numberAt(value, 5, 7), numberAt(value, 8, 10))) {
    return null;
  }
  if (value.length === 10) {
    return 'date';
  }
  return isTimeOfDay(numberAt(value, 11, 13), numberAt(value, 14, 16), numberAt(value, 17, 19)) ? 'date-time' : null;
}

/**
 * The form of a point in time, or null where the value is none: ISO 8601, year first with `-`, `/`, `.` or 年月日, year last with
 * `-`, `/` or `.`, compact digits, and epoch seconds or milliseconds of the years 2000–2032. The calendar is checked, the clock is not.
 * @example dateTimeForm('2024-02-30') // null
 */
export function dateTimeForm(value: string): DateTimeForm | null {
  if (value.length < 8 || value.length > 40 || !isDigitCode(value.charCodeAt(0))) {
    return null;
  }
  if (isDigits(value, 0, 3) && isDigitCode(value.charCodeAt(4))) {
    return digitsForm(value);
  }
  if (value.length === 10 && isPlainIsoDay(value)) {
    return isoForm(value);
  }
  if (value.length === 19 && isPlainIsoDay(value) && isPlainIsoTime(value)) {
    return isoForm(value);
  }
  const match = textual.exec(value);
  if (match === null) {
    return yearLastForm(value);
  }
  const [, year, month, day, hour, minute, second] = match;
  if (!isCalendarDay(Number(year), Number(month), Number(day))) {
    return null;
  }
  if (hour === undefined) {
    return 'date';
  }
  return isTimeOfDay(Number(hour), Number(minute), Number(second ?? 0)) ? 'date-time' : null;
}

/** The year of a value that has a textual or compact form; NaN for epochs, whose year says nothing about a birth. */
export function yearOf(value: string): number {
  const form = dateTimeForm(value);
  if (form === null || form === 'epoch') {
    return Number.NaN;
  }
  return isDigits(value, 0, 4) ? numberAt(value, 0, 4) : Number(yearLast.exec(value)?.[4]);
}

const dash = 0x2d;
const colon = 0x3a;
const blank = 0x20;
const letterT = 0x54;

/**
 * Whether the bytes in [start, end) are a point in time `yyyy-mm-dd hh:mm:ss` (also with T) or `yyyy-mm-dd`, as nearly all
 * are. False says nothing: `dateTimeForm` knows other forms.
 */
export function isPlainTimeIn(bytes: Uint8Array, start: number, end: number): boolean {
  const size = end - start;
  if ((size !== 19 && size !== 10) || bytes[start + 4] !== dash || bytes[start + 7] !== dash) {
    return false;
  }
  const isDay = isCalendarDay(
    numberIn(bytes, start, start + 4),
    numberIn(bytes, start + 5, start + 7),
    numberIn(bytes, start + 8, start + 10),
  );
  if (!isDay || size === 10) {
    return isDay;
  }
  const middle = bytes[start + 10];
  if ((middle !== blank && middle !== letterT) || bytes[start + 13] !== colon || bytes[start + 16] !== colon) {
    return false;
  }
  return isTimeOfDay(
    numberIn(bytes, start + 11, start + 13),
    numberIn(bytes, start + 14, start + 16),
    numberIn(bytes, start + 17, start + 19),
  );
}
