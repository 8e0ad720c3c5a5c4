import { type SetColumnType, setColumnType } from '#shared/annotate/column-type.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { SampleId } from '#shared/domain/sample.ts';
import type { Recount } from '#shared/expose/recount.ts';
import { RowMemory } from '#shared/expose/row-memory.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import type { Idle } from './idle.ts';
import type { OpenSample } from './open-samples.ts';
import { foreseeRecount, prepareRecounts } from './prepare-recounts.ts';
import { profileTypes } from './profile-types.ts';

/** What may be remembered of all samples together, in bytes. */
const mostBytes = 256 << 20;

type Remembered = {
  readonly memory: RowMemory;
  /** Ends when nobody is using the memory: counts of one sample take turns. */
  turn: Promise<unknown>;
  /** The sample, under one layout, for whose changes all is or will be prepared. */
  prepared: OpenSample | null;
  /** The changes that are foreseen now. */
  foreseen: readonly SetColumnType[];
};

/** Counts open samples anew after changes of types, and remembers of each what its rows show. */
export class Recounts {
  /** The sample used longest ago comes first. */
  readonly #bySample = new Map<SampleId, Remembered>();
  readonly #idle: Idle;

  constructor(idle: Idle) {
    this.#idle = idle;
  }

  /** Counts the touched types under the column types given, and what follows from them. */
  count(
    sample: OpenSample,
    columnTypes: readonly FieldTypeId[],
    touched: readonly FieldTypeId[],
    kernels: Kernels,
  ): Promise<Recount> {
    const remembered = this.#of(sample);
    // What was foreseen besides must not hold up the change that came.
    remembered.foreseen = [];
    const { memory } = remembered;
    return inTurn(remembered, () => profileTypes(sample, { columnTypes, touched, memory, kernels }));
  }

  /** Begins to remember what changes of types may ask for, while nothing else is asked, so that the first is quick too. */
  prepare(sample: OpenSample, kernels: Kernels): void {
    const remembered = this.#of(sample);
    if (remembered.prepared === sample) {
      return;
    }
    remembered.prepared = sample;
    const preparing = prepareRecounts(sample, {
      ...{ memory: remembered.memory, kernels },
      mayGoOn: async () => {
        await this.#idle.wait();
        return remembered.prepared === sample && this.#isHeld(sample, remembered);
      },
      inTurn: (piece) => inTurn(remembered, piece),
    });
    unheard(preparing);
  }

  /**
   * Counts what the first of these changes would ask for, then what the next would, while nothing else is asked: until other
   * changes are foreseen.
   */
  foresee(sample: OpenSample, changes: readonly SetColumnType[], kernels: Kernels): void {
    const remembered = this.#of(sample);
    remembered.foreseen = changes;
    const preparation = {
      ...{ memory: remembered.memory, kernels },
      mayGoOn: async () => {
        await this.#idle.wait(0);
        return remembered.foreseen === changes && this.#isHeld(sample, remembered);
      },
      inTurn: (piece: () => Promise<void>) => inTurn(remembered, piece),
    };
    unheard(foreseeInOrder(sample, changes, preparation));
  }

  #isHeld({ layout }: OpenSample, remembered: Remembered): boolean {
    return this.#bySample.get(layout.id) === remembered;
  }

  /** Forgets a sample that is closed. */
  forget(sampleId: SampleId): void {
    this.#bySample.delete(sampleId);
  }

  /** Forgets all samples: what was remembered of a type may be of another rule. */
  forgetAll(): void {
    this.#bySample.clear();
  }

  #of({ layout: { id, blocks } }: OpenSample): Remembered {
    const known = this.#bySample.get(id);
    const found = known ?? {
      ...{ memory: new RowMemory(blocks.map(({ rows }) => rows)), turn: Promise.resolve(), prepared: null },
      foreseen: [],
    };
    this.#bySample.delete(id);
    this.#bySample.set(id, found);
    this.#makeRoom();
    return found;
  }

  #makeRoom(): void {
    for (const id of this.#bySample.keys()) {
      const bytes = [...this.#bySample.values()].reduce((sum, { memory }) => sum + memory.bytes, 0);
      if (bytes <= mostBytes || this.#bySample.size === 1) {
        return;
      }
      this.#bySample.delete(id);
    }
  }
}

async function foreseeInOrder(
  sample: OpenSample,
  changes: readonly SetColumnType[],
  preparation: Parameters<typeof foreseeRecount>[3],
): Promise<void> {
  const { columnTypes } = sample.layout;
  for (const change of changes) {
    const from = columnTypes[change.column];
    if (from !== undefined && from !== change.to) {
      await foreseeRecount(sample, setColumnType(columnTypes, change), [from, change.to], preparation);
    }
  }
}

/** Nobody waits for what is prepared: what fails here fails again, and is said, when a change asks for it. */
function unheard(preparing: Promise<void>): void {
  preparing.catch(() => undefined);
}

function inTurn<T>(remembered: Remembered, work: () => Promise<T>): Promise<T> {
  const done = remembered.turn.then(work);
  remembered.turn = done.catch(() => undefined);
  return done;
}
