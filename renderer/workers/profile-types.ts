import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { TypeProfile } from '#shared/domain/sample.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import type { OpenSample } from './open-samples.ts';

/** Counts the given types anew over every row, reading no column that holds another type. */
export async function profileTypes(
  sample: OpenSample,
  columnTypes: readonly FieldTypeId[],
  only: readonly FieldTypeId[],
): Promise<readonly TypeProfile[]> {
  const profiler = createProfiler(columnTypes, only);
  for (const block of sample.layout.blocks) {
    const cells = columnTypes.map((type, column) => (only.includes(type) ? sample.cells(block, column) : []));
    profiler.addBlock(block.rows, await Promise.all(cells));
  }
  return profiler.profiles();
}
