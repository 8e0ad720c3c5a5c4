import { carryTypes } from '#shared/annotate/carry-types.ts';
import { setColumnType } from '#shared/annotate/column-type.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { afterRecount } from '#shared/expose/recount.ts';
import { displayHeaders } from '#shared/parse/header-names.ts';
import { sampleWorker } from '../../platform/sample-worker.ts';
import { annotationsOfSample } from '../../storage/annotations.ts';
import { columnNames, type FinishedImport } from '../../storage/samples.ts';

type Table = FinishedImport['tables'][number];

/** Counts the types that verdicts touch anew, over the rows of a table that is not in the vault yet. */
async function recounted(table: Table, names: readonly string[], old: Sample): Promise<Table> {
  const verdicts = await annotationsOfSample(old.id);
  const detected = table.columns.map(({ detection }) => detection.fieldType);
  let types: readonly FieldTypeId[] = detected;
  const touched = new Set<FieldTypeId>();
  for (const command of carryTypes(columnNames(old), verdicts, names)) {
    touched.add(detected[command.column] ?? command.to).add(command.to);
    types = setColumnType(types, command);
  }
  if (touched.size === 0) {
    return table;
  }
  const { id, rows, blocks, rejectedBatches } = table;
  await sampleWorker().open({ id, rows, columnTypes: types, blocks, rejectedBatches });
  const counted = await sampleWorker().profile(id, types, [...touched]);
  return { ...table, ...afterRecount(table, counted) };
}

/** The tables of a file read anew, with figures that follow the verdicts which the old sample hands on to them. */
export function withCarriedTypes(old: Sample, tables: readonly Table[]): Promise<readonly Table[]> {
  return Promise.all(
    tables.map((table) =>
      table.table === old.table || tables.length === 1
        ? recounted(table, displayHeaders(table.columns.map(({ header }) => header)), old)
        : table,
    ),
  );
}
