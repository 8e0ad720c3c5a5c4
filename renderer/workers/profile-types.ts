import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Persons } from '#shared/domain/persons.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import { planRecount, type Recount, type RecountPlan } from '#shared/expose/recount.ts';
import type { RowMemory } from '#shared/expose/row-memory.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import { finish } from '#shared/lib/finish.ts';
import type { OpenSample } from './open-samples.ts';
import { countColumns, readSigns } from './read-columns.ts';
import { today } from './table-count.ts';

type RecountRequest = {
  readonly columnTypes: readonly FieldTypeId[];
  readonly touched: readonly FieldTypeId[];
  /** What earlier counts of this sample found. */
  readonly memory: RowMemory;
  readonly kernels: Kernels;
};

/** Counts the touched types, and what follows from them, over every row: columns that are not remembered yet are read. */
export async function profileTypes(sample: OpenSample, request: RecountRequest): Promise<Recount> {
  const { columnTypes, touched, memory, kernels } = request;
  const plan = planRecount(columnTypes, touched);
  const columns = memory.columns(columnTypes, plan.types);
  if (columns === null) {
    return countAnew(sample, request, plan);
  }
  await countColumns(sample, columns, kernels);
  return {
    ...{ touched, profiles: memory.profiles(columnTypes, touched) },
    combinations: plan.combinations ? memory.combinations(columnTypes) : null,
    persons: plan.persons ? await personsOf(sample, request) : null,
  };
}

async function personsOf(sample: OpenSample, { columnTypes, memory }: RecountRequest): Promise<Persons> {
  const asOf = today();
  for (;;) {
    const found = finish(memory.persons(columnTypes, asOf));
    if ('persons' in found) {
      return found;
    }
    await readSigns(sample, found);
  }
}

/** The same for a sample that is too large to be remembered. */
async function countAnew(
  sample: OpenSample,
  { columnTypes, touched, kernels: { describeCells } }: RecountRequest,
  plan: RecountPlan,
): Promise<Recount> {
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
  return {
    ...{ touched, profiles: profiler.profiles().filter(({ fieldType }) => touched.includes(fieldType)) },
    combinations: plan.combinations ? profiler.combinations() : null,
    persons: plan.persons ? profiler.persons(today()) : null,
  };
}
