import type { ReactNode } from 'react';

/** A column as the grid heads it: its own name, and below it what it was found to hold. */
export type GridColumn = { readonly header: string; readonly kind: string };

/** One row: its number as the reader counts (from 1), and what to draw in each column. */
export type GridRow<Cell> = { readonly number: number; readonly cells: readonly Cell[] };

/** A place in the grid: index into the rows shown, and into the columns. */
export type GridPlace = { readonly index: number; readonly column: number };

/** What a grid shows, how it reads and draws it, and who hears of what the analyst does in it. */
export type DataGridProps<Cell> = {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  /** Reads the rows from `start` up to, not including, `end`. Called again whenever this function is another one. */
  readonly read: (start: number, end: number) => Promise<readonly GridRow<Cell>[]>;
  readonly draw: (cell: Cell, row: GridRow<Cell>, column: number) => ReactNode;
  /** Changes whenever cells must be drawn anew without being read anew. */
  readonly drawing: unknown;
  readonly nonce: string;
  /** The column to bring into view when it changes; null for none. */
  readonly columnInView: number | null;
  readonly onPlace: (place: GridPlace) => void;
  readonly onKey: (key: string, place: GridPlace) => void;
  readonly onHeader: (column: number) => void;
  /** What the card in a column's head says, and the button that opens it is called; without it there is none. */
  readonly explanation?: {
    readonly title: (column: number) => string;
    readonly draw: (column: number, close: () => void) => ReactNode;
  };
  /** Hears why rows in view could not be read. */
  readonly onFailure: (cause: unknown) => void;
};
