import { isCalendarDay } from './calendar.ts';
import { isDigits, numberAt } from './characters.ts';
import { dateTimeForm } from './date-time.ts';

/** A point in time as written: the day as yyyymmdd and the second of the day, null where only a day is given. */
export type Moment = {
  readonly day: number;
  readonly second: number | null;
  /** True for epoch numbers, which are in UTC; other forms are in the writer's zone. */
  readonly isUtc: boolean;
};

function ofDate(date: Date): Moment {
  return {
    day: date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate(),
    second: date.getUTCHours() * 3600 + date.getUTCMinutes() * 60 + date.getUTCSeconds(),
    isUtc: true,
  };
}

const numbers = /\d+/g;

function secondOf(hour: number | undefined, minute: number, second: number, value: string): number | null {
  if (hour === undefined) {
    return null;
  }
  const half = /([ap])m$/i.exec(value)?.[1]?.toLowerCase();
  const ofDay = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return ofDay * 3600 + minute * 60 + second;
}

/** Day and month of a date with the year last; null where two small numbers leave open which is which. */
function dayAndMonth(value: string, a: number, b: number, year: number): readonly [day: number, month: number] | null {
  // With points the day stands first wherever dates are written so.
  if (value.includes('.') || a > 12 || a === b) {
    return isCalendarDay(year, b, a) ? [a, b] : null;
  }
  return b > 12 ? [b, a] : null;
}

function ofYearLast(value: string, numbersIn: readonly number[]): Moment | null {
  const [a = 0, b = 0, year = 0, hour, minute = 0, second = 0] = numbersIn;
  const found = dayAndMonth(value, a, b, year);
  return found === null
    ? null
    : {
        day: year * 10_000 + found[1] * 100 + found[0],
        second: secondOf(hour, minute, second, value),
        isUtc: false,
      };
}

function ofText(value: string): Moment | null {
  const numbersIn = Array.from(value.match(numbers) ?? [], Number);
  if (!isDigits(value, 0, 4)) {
    return ofYearLast(value, numbersIn);
  }
  const [year = 0, month = 0, day = 0, hour, minute = 0, second = 0] = numbersIn;
  return {
    day: year * 10_000 + month * 100 + day,
    second: hour === undefined ? null : hour * 3600 + minute * 60 + second,
    isUtc: false,
  };
}

/** Reads a point in time in any form that `dateTimeForm` knows; null for any other value, and where day and month cannot be told apart. */
export function momentOf(value: string): Moment | null {
  switch (dateTimeForm(value)) {
    case null:
      return null;
    case 'epoch':
      return ofDate(new Date(Number(value.length === 10 ? `${value}000` : value)));
    case 'compact-date':
      return { day: Number(value), second: null, isUtc: false };
    case 'compact-date-time':
      return {
        day: Number(value.slice(0, 8)),
        second: numberAt(value, 8, 10) * 3600 + numberAt(value, 10, 12) * 60 + numberAt(value, 12, 14),
        isUtc: false,
      };
    case 'date':
    case 'date-time':
      return ofText(value);
  }
}

/** The month of a point in time as yyyymm; null where `momentOf` knows none. */
export function monthOf(value: string): number | null {
  const moment = momentOf(value);
  return moment === null ? null : Math.floor(moment.day / 100);
}

/** A number by which moments sort: later is greater. */
export function instantNumber({ day, second }: Moment): number {
  return day * 100_000 + (second ?? 0);
}

/** The yyyymmdd of an ISO date or date with time; NaN where it is none. */
export function dayOfIso(text: string): number {
  const digits = text.slice(0, 10).replaceAll('-', '');
  return isDigits(digits) && digits.length === 8 ? Number(digits) : Number.NaN;
}

/** The day after a yyyymmdd. */
export function dayAfter(day: number): number {
  const next = new Date(Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, (day % 100) + 1));
  return ofDate(next).day;
}
