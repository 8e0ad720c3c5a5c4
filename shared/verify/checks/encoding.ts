import { isHanCode } from '../../classify/characters.ts';
import { packId } from '../../packs/field-types.ts';
import { damageIn } from '../../parse/damage-signs.ts';
import { eachCell } from '../cells.ts';
import { type Check, type CheckRun, type Finding, found, notRun } from '../check.ts';
import type { CheckedTable } from '../checked-table.ts';
import { CounterRows } from '../counter-rows.ts';
import { percent, shareFigure, Tally, tooFew } from '../figures.ts';

const least = 200;
const longest = 512;
const leastLength = 12;
/** Types whose values have no length of their own: only these can be cut. */
const freeTypes = new Set(
  ['address', 'item', 'remark', 'employer', 'message', 'email', 'full-name', 'shop'].map(packId),
);

/** Characters of the common Han block with which text that was read wrongly shows. */
const telling = new Set([...'锟斤拷烫屯锛銆'].map((sign) => sign.charCodeAt(0)));

/** True if every character is one that no damaged text is told by: most values are, and need no closer look. */
function isPlain(value: string): boolean {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if ((code < 0x20 || code > 0x7e) && (!isHanCode(code) || telling.has(code))) {
      return false;
    }
  }
  return true;
}

/** How many values of a column have each length. */
class Lengths {
  readonly #counts = new Uint32Array(longest + 1);
  #of = 0;

  add(length: number): void {
    this.#of++;
    const at = Math.min(length, longest);
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
  }

  /** The values at the greatest length, where they crowd as they do when a field cuts them; else none. */
  get cut(): Tally {
    const tally = new Tally();
    tally.of = this.#of;
    let top = longest;
    while (top > 0 && this.#counts[top] === 0) {
      top--;
    }
    const atTop = this.#counts[top] ?? 0;
    const before = Math.max(this.#counts[top - 1] ?? 0, this.#counts[top - 2] ?? 0);
    const different = this.#counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
    if (top >= leastLength && top < longest && different >= 5 && atTop > 4 * (before + 5)) {
      tally.hits = atTop;
    }
    return tally;
  }
}

function judge(damage: Tally, lengths: readonly Lengths[], counter: CounterRows, rejected: Tally): Finding {
  if (damage.of < least) {
    return notRun(tooFew('values', damage.of, least));
  }
  const cut = lengths
    .map((column) => column.cut)
    .reduce((most, one) => (one.share.low > most.share.low ? one : most), new Tally());
  if (cut.of >= least && cut.share.low > 0.05) {
    const text = `${percent(cut.share.share)} of the values of one column end at exactly the same length, where a narrower field cut them off: the table was copied from another.`;
    return found('fail', shareFigure('values cut at one length', cut.share), text, counter);
  }
  const figure = shareFigure('values with damaged characters', damage.share);
  const share = `${percent(damage.share.share)} of ${damage.of.toLocaleString('en')} values`;
  if (damage.share.share > 0.001) {
    return found('warn', figure, `${share} hold characters that were read or stored in a wrong encoding.`, counter);
  }
  if (rejected.share.low > 0.02) {
    return found(
      'warn',
      shareFigure('records that are no rows', rejected.share),
      `${percent(rejected.share.share)} of the records of the file do not fit the table: pieces of several exports may be mixed.`,
      counter,
    );
  }
  return found('pass', figure, `${share} hold damaged characters, and no column is cut at one length.`, counter);
}

function run(table: CheckedTable): CheckRun {
  const columns = table.columns.map((_, index) => index);
  const lengths = table.columns.map(({ fieldType }) => (freeTypes.has(fieldType) ? new Lengths() : null));
  const damage = new Tally();
  const counter = new CounterRows();
  const rejected = new Tally();
  rejected.of = table.rows + table.rejected;
  rejected.hits = table.rejected;
  return {
    columns,
    addBlock: (rows) =>
      eachCell(rows, columns, (value, row, column) => {
        const isDamaged = !isPlain(value) && damageIn(value) !== null;
        damage.add(isDamaged);
        if (isDamaged) {
          counter.add(row);
        }
        lengths[column]?.add(value.length);
      }),
    finish: () =>
      judge(
        damage,
        lengths.flatMap((column) => (column === null ? [] : [column])),
        counter,
        rejected,
      ),
  };
}

/** Whether the table is in one encoding throughout, and its fields are whole. */
export const encoding: Check = {
  id: 'encoding',
  title: 'Encoding and widths',
  question: 'Is the text in one encoding, and are the fields whole?',
  start: (table) => (table.columns.length === 0 ? 'The table has no columns.' : run(table)),
};
