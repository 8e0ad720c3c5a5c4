import {
  type CellFocusedEvent,
  type CellKeyDownEvent,
  CellStyleModule,
  ColumnApiModule,
  type GridApi,
  InfiniteRowModelModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  themeQuartz,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './data-grid.module.css';
import type { DataGridProps, GridPlace, GridRow } from './grid-props.ts';
import { useColumnDefs, useRowSource } from './use-grid-model.tsx';

ModuleRegistry.registerModules([
  InfiniteRowModelModule,
  RowApiModule,
  RenderApiModule,
  ScrollApiModule,
  ColumnApiModule,
  CellStyleModule,
]);

const gridTheme = themeQuartz.withParams({
  // Else the grid stays light in the dark, and so does everything in it that depends on the scheme.
  browserColorScheme: 'inherit',
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

const rowsPerRead = 100;

function columnIndex(id: string | undefined): number | null {
  const index = id === undefined ? Number.NaN : Number(id);
  return Number.isInteger(index) ? index : null;
}

function place(event: CellFocusedEvent | CellKeyDownEvent): GridPlace | null {
  const of = typeof event.column === 'string' ? event.column : event.column?.getColId();
  const column = columnIndex(of);
  return column === null || event.rowIndex === null ? null : { index: event.rowIndex, column };
}

/** A grid of any number of rows that reads only those in view. */
export function DataGrid<Cell>(props: DataGridProps<Cell>): ReactNode {
  const { columns, rowCount, read, drawing, columnInView } = props;
  const api = useRef<GridApi<GridRow<Cell>> | null>(null);
  const latest = useRef(props);
  latest.current = props;

  const columnDefs = useColumnDefs(columns, latest);
  const source = useRowSource(read, rowCount, latest);

  useEffect(() => {
    if (drawing !== undefined) {
      api.current?.refreshCells({ force: true });
    }
  }, [drawing]);

  useEffect(() => {
    if (columnInView !== null) {
      api.current?.ensureColumnVisible(String(columnInView));
    }
  }, [columnInView]);

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
          if (columnInView !== null) {
            ready.ensureColumnVisible(String(columnInView));
          }
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
            props.onKey(event.event.key.toLowerCase(), at);
          }
        }}
      />
    </section>
  );
}
