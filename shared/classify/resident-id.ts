import { isCalendarDay } from './calendar.ts';
import { isDigits, numberAt } from './characters.ts';

/** What an 18-character resident id says of its bearer (GB 11643-1999), whether or not its check character is right. */
export type ResidentIdParts = {
  readonly division: string;
  /** The day of birth as yyyymmdd. */
  readonly born: number;
  readonly isMale: boolean;
};

/** True for a value of the form of a second-generation resident id: 17 digits and a digit or X. */
export function looksLikeResidentId(value: string): boolean {
  return value.length === 18 && isDigits(value, 0, 17) && /[\dXx]/.test(value.charAt(17));
}

/** The parts of an id of the right form whose birth date the calendar has; null for any other value. */
export function residentIdParts(value: string): ResidentIdParts | null {
  if (!looksLikeResidentId(value)) {
    return null;
  }
  const born = numberAt(value, 6, 14);
  if (!isCalendarDay(Math.floor(born / 10_000), Math.floor(born / 100) % 100, born % 100)) {
    return null;
  }
  return { division: value.slice(0, 6), born, isMale: numberAt(value, 16, 17) % 2 === 1 };
}
