import { isDigits, numberAt } from '../classify/characters.ts';
import { dateTimeForm } from '../classify/date-time.ts';

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

function ofText(value: string): Moment {
  const [year = 0, month = 0, day = 0, hour, minute = 0, second = 0] = Array.from(value.match(numbers) ?? [], Number);
  return {
    day: year * 10_000 + month * 100 + day,
    second: hour === undefined ? null : hour * 3600 + minute * 60 + second,
    isUtc: false,
  };
}

/** Reads a point in time in any form that `dateTimeForm` knows; null for any other value. */
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
