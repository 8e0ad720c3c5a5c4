import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { SampleId } from '#shared/domain/sample.ts';
import type { Recount } from '#shared/expose/recount.ts';
import { RowMemory } from '#shared/expose/row-memory.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import type { OpenSample } from './open-samples.ts';
import { profileTypes } from './profile-types.ts';

type Remembered = {
  readonly memory: RowMemory;
  /** Ends when nobody is using the memory: counts of one sample take turns. */
  turn: Promise<unknown>;
};

/** Counts open samples anew after changes of types, and remembers of each what its rows show. */
export class Recounts {
  readonly #bySample = new Map<SampleId, Remembered>();

  /** Counts the touched types under the column types given, and what follows from them. */
  count(
    sample: OpenSample,
    columnTypes: readonly FieldTypeId[],
    touched: readonly FieldTypeId[],
    kernels: Kernels,
  ): Promise<Recount> {
    const remembered = this.#of(sample);
    const { memory } = remembered;
    const counting = remembered.turn.then(() => profileTypes(sample, { columnTypes, touched, memory, kernels }));
    remembered.turn = counting.catch(() => undefined);
    return counting;
  }

  /** Forgets a sample that is closed. */
  forget(sampleId: SampleId): void {
    this.#bySample.delete(sampleId);
  }

  /** Forgets all samples: what was remembered of a type may be of another rule. */
  forgetAll(): void {
    this.#bySample.clear();
  }

  #of({ layout }: OpenSample): Remembered {
    const known = this.#bySample.get(layout.id);
    const found = known ?? { memory: new RowMemory(layout.blocks.map(({ rows }) => rows)), turn: Promise.resolve() };
    this.#bySample.set(layout.id, found);
    return found;
  }
}
