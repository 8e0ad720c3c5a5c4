import { isDigits } from '../characters.ts';
import { type ColumnFacts, shareOf } from '../column-facts.ts';
import { dateTimeForm, isPlainTimeIn, yearOf } from '../date-time.ts';
import { defineDetector, type QuickRule, quickVerdict } from '../detector.ts';

/** Bare digits are a time only if all of them are and they do not count up like row numbers. */
function isClearlyTime(facts: ColumnFacts): boolean {
  const digits = shareOf(facts, (value) => isDigits(value));
  return digits < 0.05 || (!facts.countsUp && facts.filled.length >= 5 && shareOf(facts, isTime) >= 0.98);
}

function isTime(value: string): boolean {
  return dateTimeForm(value) !== null;
}

const quickTime: QuickRule = (bytes, start, end) => {
  return isPlainTimeIn(bytes, start, end) ? quickVerdict.valid : quickVerdict.ask;
};

/** Points in time that no better word is known for. Of random values of the same digits and separators few are days. */
export const timestamp = defineDetector({
  fieldType: 'timestamp',
  chance: 0.1,
  standsAlone: isClearlyTime,
  accepts: isTime,
  quick: quickTime,
});

/** The time of an order or its payment: the same forms as a timestamp. Neighbours and headers tell them apart. */
export const orderTime = defineDetector({
  fieldType: 'order-time',
  chance: 0.1,
  accepts: isTime,
  quick: quickTime,
});

function isBirthDate(value: string): boolean {
  const form = dateTimeForm(value);
  if (form === null || form === 'epoch') {
    return false;
  }
  return form === 'date' || form === 'compact-date' || / 0?0:00(?::00)?|T00:00/.test(value);
}

/** Birthdays of a crowd spread over decades and repeat little; the dates of a business lie within a few years. */
function spansGenerations(facts: ColumnFacts): boolean {
  const years = facts.filled.map(yearOf).filter((year) => year > 0);
  const before2005 = years.filter((year) => year < 2005).length;
  return facts.filled.length >= 5 && before2005 >= years.length * 0.5 && Math.max(...years) - Math.min(...years) >= 15;
}

/** Dates of birth: a day of the years 1900–2099 without a time of day, shown by its year alone. */
export const birthDate = defineDetector({
  fieldType: 'birth-date',
  chance: 0.02,
  standsAlone: spansGenerations,
  accepts: isBirthDate,
  mask: (value) => `${yearOf(value)}-**-**`,
  maskedForm: /^\d{4}[-/年]?[*＊●•]{1,2}[-/月]?[*＊●•]{1,2}日?$/,
});
