import { habitOf } from './cell-shape.ts';
import { type DamageSign, damageIn } from './damage-signs.ts';

/** One row as read: its place in its table (first row = 0) and its cells, null where there is no value at all. */
export type PreviewRow = { readonly row: number; readonly cells: readonly (string | null)[] };

/** What looks wrong in a cell. */
export type CellFault = {
  readonly column: number;
  readonly fault: DamageSign | 'unusual-shape' | 'unusual-length';
};

/** A row that looks wrong, and where. */
export type FaultyRow = PreviewRow & { readonly faults: readonly CellFault[] };

const weights: Readonly<Record<CellFault['fault'], number>> = {
  replacement: 50,
  mojibake: 40,
  control: 30,
  'unusual-length': 8,
  'unusual-shape': 6,
};

/** How wrong a row looks. */
export function faultWeight(faults: readonly CellFault[]): number {
  return faults.reduce((sum, { fault }) => sum + weights[fault], 0);
}

/** The rows that look wrong among those of one table, the worst first; at most so many. */
export function worstRows(rows: readonly PreviewRow[], most: number): readonly FaultyRow[] {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const habits = Array.from({ length: width }, (_, column) => habitOf(rows.map(({ cells }) => cells[column] ?? null)));

  function faultOf(cell: string, column: number): CellFault['fault'] | null {
    const habit = habits[column];
    const damage = damageIn(cell);
    if (damage !== null || habit === undefined) {
      return damage;
    }
    if (habit.isOddLength(cell)) {
      return 'unusual-length';
    }
    return habit.isOddShape(cell) ? 'unusual-shape' : null;
  }

  return rows
    .flatMap((row): FaultyRow[] => {
      const faults = row.cells.flatMap((cell, column): CellFault[] => {
        const fault = cell === null || cell === '' ? null : faultOf(cell, column);
        return fault === null ? [] : [{ column, fault }];
      });
      return faults.length === 0 ? [] : [{ ...row, faults }];
    })
    .sort((a, b) => faultWeight(b.faults) - faultWeight(a.faults) || a.row - b.row)
    .slice(0, most);
}
