import { maskSign } from './masks.ts';

const longestRun = 6;
const longestRecord = 400;
/** What separates and encloses cells in any format, and what shows a wrong encoding; everything else is hidden. */
const structure = /[\s,;|:"'=(){}[\]<>\uFFFD]|-{2,}/;
const pieces =
  /-{2,}|[\s,;|:"'=(){}[\]<>\uFFFD]|[^\s,;|:"'=(){}[\]<>\uFFFD\p{ASCII}]+|[^\s,;|:"'=(){}[\]<>\uFFFD\P{ASCII}]/gu;
/** Well-known traces of a wrong encoding: they are nobody's data. */
const damage = /锟斤拷|锟斤|斤拷|烫烫|屯屯/g;

/** Of a run beyond ASCII the first character stays, of a longer one two: enough to see whether it was decoded rightly. */
function maskForeign(run: string): string {
  const characters = [...run];
  const kept = characters.length > 3 ? 2 : 1;
  const hidden = Math.min(characters.length - kept, longestRun);
  return characters.slice(0, kept).join('') + maskSign.repeat(hidden);
}

function maskAround(run: string): string {
  const found = run.match(damage) ?? [];
  return run
    .split(damage)
    .map((part, at) => (part === '' ? '' : maskForeign(part)) + (found[at] ?? ''))
    .join('');
}

/**
 * Hides the values of a record that was not cut into cells, or not decoded for sure, and leaves what its reading is judged
 * by: separators, quotes, brackets, blanks, and of each run beyond ASCII its first character. Long records are cut.
 * @example maskRecord('张三,13812345678') // '张•,••••••'
 */
export function maskRecord(record: string): string {
  const text = record.slice(0, longestRecord);
  let masked = '';
  let hidden = 0;
  for (const [piece] of text.matchAll(pieces)) {
    if (structure.test(piece)) {
      masked += piece;
      hidden = 0;
    } else if (piece.charCodeAt(0) > 0x7f) {
      masked += maskAround(piece);
      hidden = 0;
    } else {
      hidden++;
      masked += hidden <= longestRun ? maskSign : '';
    }
  }
  return record.length > longestRecord ? `${masked}…` : masked;
}
