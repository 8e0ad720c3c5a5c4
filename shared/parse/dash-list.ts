import { delimitedDialect } from './delimited-dialect.ts';
import { headLines, shareThat } from './head-lines.ts';
import { readSeparatedLines } from './separated-lines.ts';
import { cutAt, shareOf } from './separator.ts';
import type { FormatDialect, Recognition, TextFormat, TextHead } from './table-format.ts';

/** A little above delimited text: hyphens in a row separate on purpose, where a comma may stand in a cell. */
const surest = 0.88;
/** Two hyphens also stand for a dash in prose. */
const surestOfTwo = 0.8;
const leastShare = 0.6;
const usual = '----';
const hyphens = /(?<!-)-{2,8}(?!-)/g;
/** What stands around hyphens that fill a cell of another kind of table, or a line. */
const edge = /^[,;|\t"']?$/;

/** How often each length of hyphens in a row separates something in the lines. */
function runLengths(lines: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const line of lines) {
    for (const { 0: run, index } of line.matchAll(hyphens)) {
      if (!(edge.test(line.charAt(index - 1)) && edge.test(line.charAt(index + run.length)))) {
        counts.set(run.length, (counts.get(run.length) ?? 0) + 1);
      }
    }
  }
  return counts;
}

function commonestRun(lines: readonly string[]): string | null {
  const [best] = [...runLengths(lines)].sort((a, b) => b[1] - a[1]);
  return best === undefined ? null : '-'.repeat(best[0]);
}

/** Comments of SQL and options of programs begin with hyphens; a list does not leave its first cell empty. */
function beginsLines(lines: readonly string[]): boolean {
  return shareThat(lines, (line) => line.startsWith('--')) > 0.3;
}

function recognise(head: TextHead, decided: Partial<FormatDialect>): Recognition | null {
  const isDecided = decided.format === 'dash-list';
  const lines = headLines(head);
  const found = decided.separator || commonestRun(lines);
  if (!isDecided && (found === null || !/^-{2,8}$/.test(found) || beginsLines(lines))) {
    return null;
  }
  const guess = { ...cutAt(head.text, head.isWhole, found ?? usual, ''), name: 'run of hyphens' };
  const share = shareOf(guess);
  if (!isDecided && (guess.columns < 2 || share < leastShare)) {
    return null;
  }
  const { dialect, reasons } = delimitedDialect('dash-list', guess, decided);
  return {
    score: share * (dialect.separator.length > 2 ? surest : surestOfTwo),
    // A decided separator of '' would cut between all characters.
    dialect: { ...dialect, separator: guess.separator },
    reasons,
  };
}

/**
 * Lists with two to eight hyphens between cells (账号----密码----邮箱), mostly without a header. A line is cut from the left:
 * of five hyphens where four separate, the fifth belongs to the cell behind them.
 */
export const dashList: TextFormat = {
  id: 'dash-list',
  label: 'List with hyphens between cells (----)',
  extensions: ['.txt'],
  recognise,
  read: readSeparatedLines,
};
