import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import { planRecount, type Recount } from '#shared/expose/recount.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import type { OpenSample } from './open-samples.ts';
import { today } from './table-count.ts';

/**
 * Counts the touched types anew over every row. Only columns of these are read, and where combinations or persons
 * follow, those that count for them.
 */
export async function profileTypes(
  sample: OpenSample,
  columnTypes: readonly FieldTypeId[],
  touched: readonly FieldTypeId[],
  { describeCells }: Kernels,
): Promise<Recount> {
  const plan = planRecount(columnTypes, touched);
  const only = new Set(plan.types);
  const profiler = createProfiler(columnTypes, plan.types);
  for (const block of sample.layout.blocks) {
    const columns = columnTypes.map((type, column) => (only.has(type) ? sample.chunk(block, column) : null));
    const read = await Promise.all(columns);
    profiler.addBlock(block.rows, (place) => {
      const chunk = read[place] ?? null;
      return chunk === null ? null : { chunk, shapes: describeCells(chunk) };
    });
  }
  const profiles = profiler.profiles().filter(({ fieldType }) => touched.includes(fieldType));
  return {
    ...{ touched, profiles },
    combinations: plan.combinations ? profiler.combinations() : null,
    persons: plan.persons ? profiler.persons(today()) : null,
  };
}
