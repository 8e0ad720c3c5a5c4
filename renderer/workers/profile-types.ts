import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Block } from '#shared/domain/sample.ts';
import type { ShapedColumn } from '#shared/expose/cell-judge.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import { changesCombinations, type Recount } from '#shared/expose/recount.ts';
import { unpackChunk } from '#shared/kernel/find.ts';
import { plainKernels } from '#shared/kernel/kernels.ts';
import { kindOfType } from '#shared/packs/risks.ts';
import type { OpenSample } from './open-samples.ts';

async function shaped(sample: OpenSample, block: Block, column: number): Promise<ShapedColumn | null> {
  const packed = await sample.packed(block, column);
  if (packed === null) {
    return null;
  }
  const chunk = unpackChunk(packed);
  return { chunk, shapes: plainKernels.describeCells(chunk) };
}

/**
 * Counts the touched types anew over every row. Only columns of these are read, and where the combinations follow, those
 * that count in combination.
 */
export async function profileTypes(
  sample: OpenSample,
  columnTypes: readonly FieldTypeId[],
  touched: readonly FieldTypeId[],
): Promise<Recount> {
  const follow = changesCombinations(touched);
  const only = columnTypes.filter((type) => touched.includes(type) || (follow && kindOfType(type) !== null));
  const profiler = createProfiler(columnTypes, only);
  for (const block of sample.layout.blocks) {
    const columns = columnTypes.map((type, column) => (only.includes(type) ? shaped(sample, block, column) : null));
    const read = await Promise.all(columns);
    profiler.addBlock(block.rows, (place) => read[place] ?? null);
  }
  const profiles = profiler.profiles().filter(({ fieldType }) => touched.includes(fieldType));
  return { touched, profiles, combinations: follow ? profiler.combinations() : null };
}
