import { labelled } from './labels.ts';
import { type Proposer, proposal } from './proposer.ts';
import type { Span } from './span.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const year = '(?:19|20)\\d{2}';

/** The ways a date is written; an order of day and month that cannot be told gives a date only where one exceeds 12. */
const written = new RegExp(
  [
    `(?<![\\d.])(?<y1>${year})[-/.](?<m1>\\d{1,2})[-/.](?<d1>\\d{1,2})(?!\\d)`,
    `(?<y2>${year})\\s?年\\s?(?<m2>\\d{1,2})\\s?月\\s?(?<d2>\\d{1,2})\\s?[日号]`,
    `(?<!\\d)(?<d3>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(?<m3>${month})\\.?,?\\s(?<y3>${year})(?!\\d)`,
    `(?<![a-z])(?<m4>${month})\\.?\\s(?<d4>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<y4>${year})(?!\\d)`,
    `(?<![\\d.])(?<d5>\\d{1,2})\\.(?<m5>\\d{1,2})\\.(?<y5>${year})(?!\\d)`,
    `(?<![\\d/])(?<a6>\\d{1,2})/(?<b6>\\d{1,2})/(?<y6>${year})(?!\\d)`,
  ].join('|'),
  'giu',
);

type Parts = Readonly<Record<string, string | undefined>>;

function monthNumber(words: string): number {
  const named = months.indexOf(words.slice(0, 3).toLowerCase());
  return named < 0 ? Number(words) : named + 1;
}

/** The calendar date (ISO 8601), or null for one that does not exist. */
function isoDate(y: number, m: number, d: number): string | null {
  const at = new Date(Date.UTC(y, m - 1, d));
  return at.getUTCMonth() === m - 1 && at.getUTCDate() === d ? at.toISOString().slice(0, 10) : null;
}

function readParts(parts: Parts): { readonly date: string | null; readonly possible: boolean } {
  for (const way of ['1', '2', '3', '4', '5']) {
    const y = parts[`y${way}`];
    if (y === undefined) {
      continue;
    }
    const date = isoDate(Number(y), monthNumber(parts[`m${way}`] ?? ''), Number(parts[`d${way}`]));
    return { date, possible: date !== null };
  }
  const [a, b, y] = [Number(parts['a6']), Number(parts['b6']), Number(parts['y6'])];
  const readings = [isoDate(y, b, a), isoDate(y, a, b)].filter((date) => date !== null);
  const [first = null, second = first] = readings;
  return { date: first === second ? first : null, possible: first !== null };
}

/** A month alone tells when, though not the day. */
const monthOnly = new RegExp(`(?<![a-z])${month}\\.?,?\\s${year}(?!\\d)|${year}\\s?年\\s?\\d{1,2}\\s?月`, 'iu');

type FoundDate = Span & { readonly date: string | null };

function datesIn(prose: string): FoundDate[] {
  return [...prose.matchAll(written)].flatMap((found) => {
    const { date, possible } = readParts(found.groups ?? {});
    return possible ? [{ start: found.index, end: found.index + found[0].length, date }] : [];
  });
}

function monthIn(prose: string): FoundDate | null {
  const found = monthOnly.exec(prose);
  return found === null ? null : { start: found.index, end: found.index + found[0].length, date: null };
}

/** The date of the listing or of the breach: one on a line labelled so, else the first in the text. */
export const dateProposer: Proposer = {
  kind: 'date',
  propose: ({ text, prose, lines }) => {
    const dates = datesIn(prose);
    const labels = lines.filter(({ words }) => labelled(words)?.kind === 'date');
    const onLabel = labels.flatMap((line) => dates.filter(({ start, end }) => start >= line.start && end <= line.end));
    const found = onLabel[0] ?? dates[0] ?? monthIn(prose);
    if (found === null) {
      return [];
    }
    return [proposal(text, found, { kind: 'date', text: text.slice(found.start, found.end), date: found.date })];
  },
};
