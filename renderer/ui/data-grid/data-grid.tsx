import {
  type CellFocusedEvent,
  type CellKeyDownEvent,
  CellStyleModule,
  type ColDef,
  ColumnApiModule,
  type GridApi,
  type IDatasource,
  InfiniteRowModelModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  themeQuartz,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import classes from './data-grid.module.css';
import { GridHeader } from './grid-header.tsx';

ModuleRegistry.registerModules([
  InfiniteRowModelModule,
  RowApiModule,
  RenderApiModule,
  ScrollApiModule,
  ColumnApiModule,
  CellStyleModule,
]);

const gridTheme = themeQuartz.withParams({
  accentColor: 'var(--mantine-primary-color-filled)',
  backgroundColor: 'var(--mantine-color-body)',
  foregroundColor: 'var(--mantine-color-text)',
  borderColor: 'var(--mantine-color-default-border)',
  chromeBackgroundColor: 'light-dark(var(--mantine-color-gray-0), var(--mantine-color-dark-8))',
  fontFamily: 'var(--mantine-font-family-monospace)',
  headerFontFamily: 'var(--mantine-font-family)',
  fontSize: 13,
  headerFontSize: 13,
  rowHeight: 28,
  headerHeight: 48,
  cellHorizontalPadding: 10,
  wrapperBorderRadius: 4,
});

/** A column as the grid heads it: its own name, and below it what it was found to hold. */
export type GridColumn = { readonly header: string; readonly kind: string };

/** One row: its number as the reader counts (from 1), and what to draw in each column. */
export type GridRow<Cell> = { readonly number: number; readonly cells: readonly Cell[] };

/** A place in the grid: index into the rows shown, and into the columns. */
export type GridPlace = { readonly index: number; readonly column: number };

type DataGridProps<Cell> = {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  /** Reads the rows from `start` up to, not including, `end`. Called again whenever this function is another one. */
  readonly read: (start: number, end: number) => Promise<readonly GridRow<Cell>[]>;
  readonly draw: (cell: Cell, row: GridRow<Cell>, column: number) => ReactNode;
  /** Changes whenever cells must be drawn anew without being read anew. */
  readonly drawing: unknown;
  readonly nonce: string;
  readonly onPlace: (place: GridPlace) => void;
  readonly onKey: (key: string, place: GridPlace) => void;
  readonly onHeader: (column: number) => void;
  /** Hears why rows in view could not be read. */
  readonly onFailure: (cause: unknown) => void;
};

const rowsPerRead = 100;

function columnIndex(id: string | undefined): number | null {
  const index = id === undefined ? Number.NaN : Number(id);
  return Number.isInteger(index) ? index : null;
}

/** A grid of any number of rows that reads only those in view. */
export function DataGrid<Cell>(props: DataGridProps<Cell>): ReactNode {
  const { columns, rowCount, read, drawing, onHeader } = props;
  const api = useRef<GridApi<GridRow<Cell>> | null>(null);
  const latest = useRef(props);
  latest.current = props;

  const columnDefs = useMemo<ColDef<GridRow<Cell>>[]>(
    () => [
      {
        colId: 'number',
        headerName: 'Row',
        field: 'number',
        width: 84,
        pinned: 'left',
        cellClass: classes['number'] ?? '',
      },
      ...columns.map(
        ({ header, kind }, column): ColDef<GridRow<Cell>> => ({
          colId: String(column),
          headerName: header,
          headerComponent: GridHeader,
          headerComponentParams: { kind, open: () => onHeader(column) },
          cellRenderer: ({ data }: { readonly data?: GridRow<Cell> }) => {
            const cell = data?.cells[column];
            return data === undefined || cell === undefined ? null : latest.current.draw(cell, data, column);
          },
        }),
      ),
    ],
    [columns, onHeader],
  );

  const source = useMemo<IDatasource>(
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
    [read, rowCount],
  );

  useEffect(() => {
    if (drawing !== undefined) {
      api.current?.refreshCells({ force: true });
    }
  }, [drawing]);

  function place(event: CellFocusedEvent | CellKeyDownEvent): GridPlace | null {
    const of = typeof event.column === 'string' ? event.column : event.column?.getColId();
    const column = columnIndex(of);
    return column === null || event.rowIndex === null ? null : { index: event.rowIndex, column };
  }

  return (
    <section className={classes['grid']} aria-label={props.label}>
      <AgGridReact<GridRow<Cell>>
        theme={gridTheme}
        styleNonce={props.nonce}
        rowModelType="infinite"
        datasource={source}
        columnDefs={columnDefs}
        defaultColDef={{ resizable: true, sortable: false, minWidth: 90, width: 180, suppressMovable: true }}
        cacheBlockSize={rowsPerRead}
        infiniteInitialRowCount={rowCount}
        maxBlocksInCache={30}
        blockLoadDebounceMillis={30}
        suppressContextMenu
        onGridReady={({ api: ready }) => {
          api.current = ready;
        }}
        onCellFocused={(event) => {
          const at = place(event);
          if (at !== null) {
            props.onPlace(at);
          }
        }}
        onCellKeyDown={(event) => {
          const at = 'column' in event ? place(event) : null;
          if (at !== null && event.event instanceof KeyboardEvent && !event.event.ctrlKey && !event.event.metaKey) {
            props.onKey(event.event.key, at);
          }
        }}
      />
    </section>
  );
}
