import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import { planRecount, type Recount } from '#shared/expose/recount.ts';
import type { RowMarks } from '#shared/expose/row-marks.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import type { OpenSample } from './open-samples.ts';
import { today } from './table-count.ts';

type RecountRequest = {
  readonly columnTypes: readonly FieldTypeId[];
  readonly touched: readonly FieldTypeId[];
  /** What earlier counts of this sample found. */
  readonly remembered: RowMarks;
  readonly kernels: Kernels;
};

/**
 * Counts the touched types anew over every row. Only columns of these are read, for the combinations those that are not
 * remembered, and where the persons follow those that bear on them.
 */
export async function profileTypes(
  sample: OpenSample,
  { columnTypes, touched, remembered, kernels: { describeCells } }: RecountRequest,
): Promise<Recount> {
  const plan = planRecount(columnTypes, touched, remembered.known(columnTypes));
  const only = new Set(plan.types);
  const { rows, blocks } = sample.layout;
  const fresh = new Map<FieldTypeId, Uint8Array>();
  if (remembered.fits(columnTypes)) {
    for (const type of plan.kinds) {
      fresh.set(type, new Uint8Array(rows));
    }
  }
  let firstRow = 0;
  const profiler = createProfiler(columnTypes, plan.types, (type, marks) => fresh.get(type)?.set(marks, firstRow));
  for (const block of blocks) {
    const columns = columnTypes.map((type, column) => (only.has(type) ? sample.chunk(block, column) : null));
    const read = await Promise.all(columns);
    firstRow = block.firstRow;
    profiler.addBlock(block.rows, (place) => {
      const chunk = read[place] ?? null;
      return chunk === null ? null : { chunk, shapes: describeCells(chunk) };
    });
  }
  const profiles = profiler.profiles().filter(({ fieldType }) => touched.includes(fieldType));
  remembered.keep(fresh, columnTypes);
  const combinations = (): Recount['combinations'] =>
    remembered.fits(columnTypes) ? remembered.combinations(columnTypes) : profiler.combinations();
  return {
    ...{ touched, profiles },
    combinations: plan.combinations ? combinations() : null,
    persons: plan.persons ? profiler.persons(today()) : null,
  };
}
