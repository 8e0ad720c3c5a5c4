import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { unknownFieldType } from '#shared/domain/field-type-id.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { labelOf } from '#shared/packs/field-types.ts';
import { type MaskedCell, type RowView, sampleWorker } from '../../platform/sample-worker.ts';
import { styleNonce } from '../../platform/style-nonce.ts';
import { columnNames } from '../../storage/samples.ts';
import { DataGrid } from '../../ui/data-grid/data-grid.tsx';
import type { GridPlace, GridRow } from '../../ui/data-grid/grid-props.ts';
import { ContextPanel } from '../../ui/frame/context-panel.tsx';
import { CellFacts } from './cell-facts.tsx';
import { ReadProblem } from './read-problem.tsx';
import { RejectedRows, type Reread } from './rejected-rows.tsx';
import { useCellDrawing } from './use-cell-drawing.tsx';
import { useColumnTypes } from './use-column-types.ts';
import { useRevealed } from './use-revealed.ts';
import { type ReadableSample, useReadableSample } from './use-sample.ts';
import { useTypeCards } from './use-type-cards.tsx';
import { ViewBar } from './view-bar.tsx';

type Selection = { readonly column: number; readonly row: number | null };
/** How many rows a view has; null while they are being found. */
function useRowCount({ sample, state }: ReadableSample, view: RowView, fail: (cause: unknown) => void): number | null {
  const [count, setCount] = useState<{ readonly of: string; readonly rows: number } | null>(null);
  const name = `${sample.id}|${state}|${JSON.stringify(view)}`;
  useEffect(() => {
    let wanted = true;
    void sampleWorker()
      .countRows(sample.id, view)
      .then((rows) => wanted && setCount({ of: name, rows }), fail);
    return () => {
      wanted = false;
    };
  }, [sample.id, view, name, fail]);
  return count?.of === name ? count.rows : null;
}

type OpenGridProps = {
  readonly readable: ReadableSample;
  readonly view: RowView;
  readonly showAll: () => void;
  readonly reread: Reread;
};

function OpenGrid({ readable, view, showAll, reread }: OpenGridProps): ReactNode {
  const { sample, types, state } = readable;
  const ofView =
    view.kind === 'behind-bar' || view.kind === 'in-period' ? Math.max(0, types.indexOf(view.fieldType)) : null;
  const [selection, setSelection] = useState<Selection>({ column: ofView ?? 0, row: null });
  const { clearText, revealed, reveal, maskAll } = useRevealed(sample);
  const [typing, setTyping] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const rowCount = useRowCount(readable, view, setFailure);
  const setType = useColumnTypes(readable);

  const columns = useMemo(
    () => columnNames(sample).map((header, column) => ({ header, kind: labelOf(types[column] ?? unknownFieldType) })),
    [sample, types],
  );
  const read = useCallback(
    async (start: number, end: number): Promise<readonly GridRow<MaskedCell | null>[]> => {
      const rows = state === '' ? [] : await sampleWorker().readRows(sample.id, view, start, end);
      return rows.map(({ row, cells }) => ({ number: row + 1, cells }));
    },
    [sample.id, view, state],
  );

  const rowAt = useCallback(
    async (index: number): Promise<number | null> =>
      (await sampleWorker().readRows(sample.id, view, index, index + 1))[0]?.row ?? null,
    [sample.id, view],
  );
  const onKey = useCallback(
    (key: string, { index, column }: GridPlace): void => {
      if (key === 'r') {
        void rowAt(index).then((row) => (row === null ? undefined : reveal(row, column)));
      } else if (key === 't') {
        setTyping((times) => times + 1);
      } else if (key === 'escape') {
        maskAll();
      }
    },
    [rowAt, reveal, maskAll],
  );
  const onPlace = useCallback(
    ({ index, column }: GridPlace) => void rowAt(index).then((row) => setSelection({ column, row })),
    [rowAt],
  );
  const draw = useCellDrawing(clearText);
  const explanation = useTypeCards(
    readable,
    useCallback((column: number) => {
      setSelection({ column, row: null });
      setTyping((times) => times + 1);
    }, []),
  );

  return (
    <>
      <Group justify="space-between" mb="xs">
        <ViewBar view={view} rows={rowCount} sample={sample} showAll={showAll} />
        <Group gap="xs">
          {revealed.size > 0 && (
            <Button variant="default" size="compact-sm" onClick={maskAll}>
              Mask again
            </Button>
          )}
          <RejectedRows sample={sample} reread={reread} />
        </Group>
      </Group>
      <ReadProblem failure={failure} />
      {rowCount !== null && (
        <DataGrid
          label={`Rows of ${sample.name}`}
          columns={columns}
          rowCount={rowCount}
          read={read}
          draw={draw}
          drawing={revealed}
          nonce={styleNonce()}
          columnInView={ofView}
          onPlace={onPlace}
          onKey={onKey}
          onFailure={setFailure}
          onHeader={(column) => setSelection({ column, row: null })}
          explanation={explanation}
        />
      )}
      <ContextPanel>
        <CellFacts
          readable={readable}
          column={selection.column}
          row={selection.row}
          shown={selection.row === null ? undefined : clearText(selection.row, selection.column)}
          typing={typing}
          reveal={(row, column) => void reveal(row, column)}
          setType={setType}
        />
      </ContextPanel>
    </>
  );
}

type SampleGridProps = {
  readonly sample: Sample;
  readonly view: RowView;
  readonly showAll: () => void;
  /** Begins to read the sample's file anew with other options. */
  readonly reread: Reread;
};

/** The rows of a sample, masked, with what each column holds. */
export function SampleGrid({ sample, view, showAll, reread }: SampleGridProps): ReactNode {
  const { readable, failure } = useReadableSample(sample);
  if (readable !== null) {
    return <OpenGrid readable={readable} view={view} showAll={showAll} reread={reread} />;
  }
  return failure === null ? <Text size="sm">Opening the rows…</Text> : <ReadProblem failure={failure} />;
}
