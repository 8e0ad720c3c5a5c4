import type { Counted, Sample } from '#shared/domain/sample.ts';
import { type ImportedTable, newsSink, sampleWorker } from '../../../renderer/platform/sample-worker.ts';

/** A table that came in, with the figures and the fingerprints that are made once it is stored. */
export type CountedTable = Counted<ImportedTable> & Pick<Sample, 'fingerprints'>;

/** Counts a table that came in, as the app does once it is stored. */
export async function countedTable(table: ImportedTable): Promise<CountedTable> {
  const { id, rows, blocks, rejectedBatches } = table;
  const columnTypes = table.columns.map(({ detection }) => detection.fieldType);
  const outcome = await sampleWorker().countSample(
    {
      ...{ runId: `count ${id}`, layout: { id, rows, blocks, rejectedBatches, columnTypes } },
      wants: { figures: true, fingerprints: true },
    },
    newsSink(() => undefined),
  );
  if (!outcome.ok || outcome.value.figures === null) {
    throw new Error('The table was not counted.');
  }
  const { figures, fingerprints } = outcome.value;
  const columns = table.columns.map((column, place) => ({ ...column, profile: figures.columns[place] }));
  return { ...table, ...figures, columns, fingerprints };
}
