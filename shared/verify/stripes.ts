import type { TextRows } from './checked-table.ts';

const stripeRows = 1000;
/** More rows narrow no interval that matters: half a percent of 200,000 is known to ± 0.03 %. */
const mostRows = 200_000;

/**
 * Picks the rows that most checks read of a table: all of a smaller one, and of a larger one runs of a thousand rows,
 * evenly spread, some 200,000 in all. Neighbours stay neighbours. It depends on row numbers alone, not on the blocks.
 */
export function stripePicker(total: number): (rows: TextRows) => readonly TextRows[] {
  const every = Math.max(1, Math.ceil(total / mostRows));
  if (every === 1) {
    return (rows) => [rows];
  }
  return (rows) => {
    const end = rows.firstRow + rows.rows;
    const picked: TextRows[] = [];
    const firstStripe = Math.floor(rows.firstRow / stripeRows);
    for (let stripe = Math.ceil(firstStripe / every) * every; stripe * stripeRows < end; stripe += every) {
      const from = Math.max(rows.firstRow, stripe * stripeRows);
      const to = Math.min(end, (stripe + 1) * stripeRows);
      picked.push({
        firstRow: from,
        rows: to - from,
        columns: rows.columns.map((column) => column.slice(from - rows.firstRow, to - rows.firstRow)),
      });
    }
    return picked.filter((piece) => piece.rows > 0);
  };
}
