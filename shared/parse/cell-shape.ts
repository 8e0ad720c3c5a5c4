const digit = 1;
const latin = 2;
const otherLetter = 4;
const sign = 8;

function classOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) {
    return digit;
  }
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) {
    return latin;
  }
  if (code >= 0x80) {
    return otherLetter;
  }
  return code <= 0x20 ? 0 : sign;
}

/** What a cell is made of: which of digits, Latin letters, other letters and signs it holds, as one number. 0 is blank. */
function shapeOf(cell: string): number {
  let shape = 0;
  for (let at = 0; at < cell.length && shape !== (digit | latin | otherLetter | sign); at++) {
    shape |= classOf(cell.charCodeAt(at));
  }
  return shape;
}

/** What is usual in one column. */
export type ColumnHabit = {
  /** True if the cell is made of something that hardly any other cell of the column is made of. */
  readonly isOddShape: (cell: string) => boolean;
  /** True if the cell is many times longer than usual. */
  readonly isOddLength: (cell: string) => boolean;
};

/** With fewer filled cells nothing is usual yet. */
const leastFilled = 20;
/** The commonest shape must have this share before another one can be odd; an odd one is single or has at most that share. */
const ruleShare = 0.8;
const oddShare = 0.02;
const oddLength = 40;
const timesLonger = 5;

/** Whether a shape is foreign to a column of the usual one: nothing in common, letters where there are none, signs among digits. */
function isForeign(shape: number, usual: number): boolean {
  const extra = shape & ~usual;
  const hasLetters = (extra & (latin | otherLetter)) !== 0;
  return (shape & usual) === 0 || hasLetters || (usual === digit && extra !== 0);
}

/** Learns from a column's cells what is usual in it. */
export function habitOf(cells: readonly (string | null)[]): ColumnHabit {
  const counts = new Map<number, number>();
  const lengths: number[] = [];
  for (const cell of cells) {
    const shape = cell === null ? 0 : shapeOf(cell);
    if (cell !== null && shape !== 0) {
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
      lengths.push(cell.length);
    }
  }
  const filled = lengths.length;
  const [usual = 0, most = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const hasRule = filled >= leastFilled && most >= filled * ruleShare;
  const fewest = Math.max(1, filled * oddShare);
  const usualLength = lengths.sort((a, b) => a - b)[filled >> 1] ?? 0;
  return {
    isOddShape: (cell) => {
      const shape = shapeOf(cell);
      return hasRule && shape !== 0 && (counts.get(shape) ?? 0) <= fewest && isForeign(shape, usual);
    },
    isOddLength: (cell) => filled >= leastFilled && cell.length > Math.max(oddLength, usualLength * timesLonger),
  };
}
