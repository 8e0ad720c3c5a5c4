const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a day that the Gregorian calendar has, in the years 1900–2099. Whether it lies in the future is not judged. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) {
    return false;
  }
  if (month === 2 && day === 29) {
    return year % 4 === 0 && year !== 1900;
  }
  return day <= (monthLengths[month - 1] ?? 0);
}
