import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import { changesCombinations, type Recount } from '#shared/expose/recount.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import { kindOfType } from '#shared/packs/risks.ts';
import type { OpenSample } from './open-samples.ts';

/**
 * Counts the touched types anew over every row. Only columns of these are read, and where the combinations follow, those
 * that count in combination.
 */
export async function profileTypes(
  sample: OpenSample,
  columnTypes: readonly FieldTypeId[],
  touched: readonly FieldTypeId[],
  { describeCells }: Kernels,
): Promise<Recount> {
  const follow = changesCombinations(touched);
  const only = columnTypes.filter((type) => touched.includes(type) || (follow && kindOfType(type) !== null));
  const profiler = createProfiler(columnTypes, only);
  for (const block of sample.layout.blocks) {
    const columns = columnTypes.map((type, column) => (only.includes(type) ? sample.chunk(block, column) : null));
    const read = await Promise.all(columns);
    profiler.addBlock(block.rows, (place) => {
      const chunk = read[place] ?? null;
      return chunk === null ? null : { chunk, shapes: describeCells(chunk) };
    });
  }
  const profiles = profiler.profiles().filter(({ fieldType }) => touched.includes(fieldType));
  return { touched, profiles, combinations: follow ? profiler.combinations() : null };
}
