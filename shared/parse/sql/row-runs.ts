/** Rows that stand one behind the other as `(…),(…)`, as they do inside an INSERT. */
export type RowRuns = {
  readonly rows: number;
  /** Rows that hold a string. */
  readonly withString: number;
  /** The share of the text that the rows take, 0 to 1. */
  readonly share: number;
};

/** So much of a text is looked at. */
const lookedAt = 1 << 16;
const inside = (quote: string) => `${quote}(?:[^${quote}\\\\]|\\\\[^]|${quote}${quote}){0,1000}${quote}`;
const string = `(?:[nebx]|_\\w{1,20}\\s?)?(?:${inside("'")}|${inside('"')})`;
const other = "[-+]?[\\w.]{1,80}(?:\\([^()']{0,100}\\))?";
const value = `(?:${string}|${other})`;
const row = new RegExp(`\\(\\s*${value}(?:\\s*,\\s*${value}){1,400}\\s*\\)`, 'gi');
const between = /^[\s,]*,[\s,]*$/;

/** Finds the rows of a text that follow one another; a single one may be anything. */
export function findRowRuns(text: string): RowRuns {
  const looked = text.slice(0, lookedAt).trim();
  const found = { rows: 0, withString: 0, length: 0 };
  let run = { rows: 0, withString: 0, length: 0, end: -1 };
  for (const { 0: written, index } of looked.matchAll(row)) {
    const gap = looked.slice(run.end, index);
    const isNext = run.rows > 0 && gap.length < 100 && between.test(gap);
    const holdsString = written.includes("'") || written.includes('"') ? 1 : 0;
    const own = { rows: 1, withString: holdsString, length: written.length };
    if (!isNext) {
      run = { ...own, end: index + written.length };
      continue;
    }
    const added = run.rows === 1 ? run : { rows: 0, withString: 0, length: 0 };
    found.rows += added.rows + 1;
    found.withString += added.withString + holdsString;
    found.length += added.length + gap.length + written.length;
    run = { ...own, rows: 2, end: index + written.length };
  }
  return { rows: found.rows, withString: found.withString, share: found.length / Math.max(looked.length, 1) };
}
