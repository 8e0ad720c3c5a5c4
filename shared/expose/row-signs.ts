import type { PersonSigns } from './person-signs.ts';

/** Past so many what was read is forgotten: as persons change, so do the rows whose signs are asked for. */
const mostRows = 1 << 18;

/** What the values of some rows of a column say of their persons, in the order of rows. */
export class RowSigns {
  private rows: readonly number[] = [];
  private signs: readonly PersonSigns[] = [];

  /** Adds what was read of rows in ascending order. */
  add(rows: readonly number[], signs: readonly PersonSigns[]): void {
    const [oldRows, oldSigns] = this.rows.length > mostRows ? [[], []] : [this.rows, this.signs];
    const allRows: number[] = [];
    const allSigns: PersonSigns[] = [];
    let old = 0;
    for (const [at, row] of rows.entries()) {
      for (; (oldRows[old] ?? row) < row; old++) {
        allRows.push(oldRows[old] ?? 0);
        allSigns.push(oldSigns[old] ?? {});
      }
      old += oldRows[old] === row ? 1 : 0;
      allRows.push(row);
      allSigns.push(signs[at] ?? {});
    }
    this.rows = allRows.concat(oldRows.slice(old));
    this.signs = allSigns.concat(oldSigns.slice(old));
  }

  /** Tells what a row says, undefined where it was not read; rows must be asked for in ascending order. */
  reader(): (row: number) => PersonSigns | undefined {
    const { rows, signs } = this;
    let at = 0;
    return (row) => {
      while ((rows[at] ?? row) < row) {
        at++;
      }
      return rows[at] === row ? signs[at] : undefined;
    };
  }
}
