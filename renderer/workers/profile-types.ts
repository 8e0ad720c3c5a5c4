import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Block, TypeProfile } from '#shared/domain/sample.ts';
import type { ShapedColumn } from '#shared/expose/cell-judge.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import { unpackChunk } from '#shared/kernel/find.ts';
import { plainKernels } from '#shared/kernel/kernels.ts';
import type { OpenSample } from './open-samples.ts';

async function shaped(sample: OpenSample, block: Block, column: number): Promise<ShapedColumn | null> {
  const packed = await sample.packed(block, column);
  if (packed === null) {
    return null;
  }
  const chunk = unpackChunk(packed);
  return { chunk, shapes: plainKernels.describeCells(chunk) };
}

/** Counts the given types anew over every row, reading no column that holds another type. */
export async function profileTypes(
  sample: OpenSample,
  columnTypes: readonly FieldTypeId[],
  only: readonly FieldTypeId[],
): Promise<readonly TypeProfile[]> {
  const profiler = createProfiler(columnTypes, only);
  for (const block of sample.layout.blocks) {
    const columns = columnTypes.map((type, column) => (only.includes(type) ? shaped(sample, block, column) : null));
    const read = await Promise.all(columns);
    profiler.addBlock(block.rows, (place) => read[place] ?? null);
  }
  return profiler.profiles();
}
