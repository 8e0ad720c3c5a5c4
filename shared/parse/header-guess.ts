import { isUsualHeader } from './usual-headers.ts';

/** Whether a record names the columns, and the numbers that say so. */
export type HeaderGuess = { readonly hasHeader: boolean; readonly reason: string };

const digit = /\d/;
const latinWord = /^[A-Za-z][\w .-]*$/;
const numberedName = /^[A-Za-z_][A-Za-z_ .-]*\d{1,4}$/;
const value = /^[+\-¥$€]?\d[\d\s.,:/*xX-]*$|@/;

/** Whether a text is a value (a number, a date, a mail address) and so hardly the name of a column. */
export function looksLikeValue(text: string): boolean {
  return value.test(text.trim());
}

function mostly(items: readonly string[], test: (item: string) => boolean): boolean {
  return items.length > 0 && items.filter(test).length * 10 >= items.length * 7;
}

/**
 * Judges whether `first` is a header by comparing it with the records that follow: words that name
 * columns everywhere, Latin words above other scripts and words above columns of digits speak for it; values (numbers, dates, mail addresses), cells without text and words that
 * come again in their column speak against it.
 */
export function guessHeader(first: readonly string[], following: readonly (readonly string[])[]): HeaderGuess {
  const known = first.filter(isUsualHeader).length;
  const values = first.filter((cell) => looksLikeValue(cell)).length;
  const blank = first.filter((cell) => cell.trim() === '').length;
  const contrast = first.filter((cell, column) => {
    if (cell.trim() === '' || (digit.test(cell) && !numberedName.test(cell))) {
      return false;
    }
    const below = following.map((record) => record[column] ?? '').filter((text) => text !== '');
    if (digit.test(cell)) {
      return mostly(below, looksLikeValue);
    }
    return mostly(below, (text) => digit.test(text) || (latinWord.test(cell) && !latinWord.test(text)));
  }).length;
  const repeated = first.filter((cell, column) => {
    return cell !== '' && following.some((record) => record[column] === cell);
  }).length;
  const hasHeader = known * 2 + contrast > values * 2 + repeated * 2 + blank;
  const counts = `${known} of its ${first.length} cells are usual names of columns, ${contrast} differ in kind from the cells below, ${values} look like values, ${repeated} come again below`;
  return { hasHeader, reason: `The first record is ${hasHeader ? 'a header' : 'data'}: ${counts}.` };
}
