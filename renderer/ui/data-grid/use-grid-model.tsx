import type { ColDef, IDatasource } from 'ag-grid-community';
import { type RefObject, useMemo } from 'react';
import classes from './data-grid.module.css';
import { GridHeader } from './grid-header.tsx';
import type { DataGridProps, GridRow } from './grid-props.ts';

type Explanation = NonNullable<Parameters<typeof GridHeader>[0]['explanation']>;

/** The card of one column; it asks for what it says only when it is opened. */
function explanationOf<Cell>(column: number, latest: RefObject<DataGridProps<Cell>>): Explanation | null {
  const { explanation } = latest.current;
  return explanation === undefined
    ? null
    : {
        title: explanation.title(column),
        explain: (close) => latest.current.explanation?.draw(column, close) ?? null,
      };
}

const numberColumn = {
  colId: 'number',
  headerName: 'Row',
  field: 'number',
  width: 84,
  pinned: 'left',
  cellClass: classes['number'] ?? '',
} as const;

/** The grid's columns. They change only with the columns themselves, so that widths and scrolling stay. */
export function useColumnDefs<Cell>(
  columns: DataGridProps<Cell>['columns'],
  latest: RefObject<DataGridProps<Cell>>,
): ColDef<GridRow<Cell>>[] {
  return useMemo(
    () => [
      numberColumn,
      ...columns.map(
        ({ header, kind }, column): ColDef<GridRow<Cell>> => ({
          colId: String(column),
          headerName: header,
          headerComponent: GridHeader,
          headerComponentParams: {
            ...{ kind, open: () => latest.current.onHeader(column) },
            explanation: explanationOf(column, latest),
          },
          cellRenderer: ({ data }: { readonly data?: GridRow<Cell> }) => {
            const cell = data?.cells[column];
            return data === undefined || cell === undefined ? null : latest.current.draw(cell, data, column);
          },
        }),
      ),
    ],
    [columns, latest],
  );
}

/** Where the grid gets its rows. A new `read` or another count makes a new source, and the grid begins anew. */
export function useRowSource<Cell>(
  read: DataGridProps<Cell>['read'],
  rowCount: number,
  latest: RefObject<DataGridProps<Cell>>,
): IDatasource {
  return useMemo(
    () => ({
      rowCount,
      getRows: ({ startRow, endRow, successCallback, failCallback }) => {
        read(startRow, Math.min(endRow, rowCount)).then(
          (rows) => successCallback([...rows], rowCount),
          (cause: unknown) => {
            failCallback();
            latest.current.onFailure(cause);
          },
        );
      },
    }),
    [read, rowCount, latest],
  );
}
