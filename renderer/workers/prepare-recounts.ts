import { type FieldTypeId, unknownFieldType } from '#shared/domain/field-type-id.ts';
import type { Persons } from '#shared/domain/persons.ts';
import { type UnreadSigns, unreadTogether } from '#shared/expose/person-replay.ts';
import { bearsOnPersons, isKeyPart } from '#shared/expose/persons.ts';
import { planRecount } from '#shared/expose/recount.ts';
import type { RowMemory } from '#shared/expose/row-memory.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import { kindOfType } from '#shared/packs/risks.ts';
import { pieceTime } from './idle.ts';
import type { OpenSample } from './open-samples.ts';
import { countBlock, readSigns } from './read-columns.ts';
import { today } from './table-count.ts';

type Preparation = {
  readonly memory: RowMemory;
  readonly kernels: Kernels;
  /** Waits until a piece of work may be done; false where none is wanted any more. */
  readonly mayGoOn: () => Promise<boolean>;
  /** Does a piece while nobody else uses the memory. */
  readonly inTurn: (piece: () => Promise<void>) => Promise<void>;
};

/**
 * Remembers, piece by piece, what a change of any column's type asks of the others: what their rows show, and what the values
 * say of the persons that are looked at now and of those that will be when a column is no key any more.
 */
export async function prepareRecounts(sample: OpenSample, preparation: Preparation): Promise<void> {
  const { columnTypes } = sample.layout;
  const types = columnTypes.filter((type) => kindOfType(type) !== null || bearsOnPersons(type));
  if (!(await areColumnsCounted(sample, columnTypes, types, preparation))) {
    return;
  }
  const unread: UnreadSigns[] = [];
  const states = [columnTypes, ...withoutOneKey(columnTypes)];
  for (const types of states) {
    const found = await inPieces(preparation.memory.persons(types, today()), preparation.mayGoOn);
    if (found === null) {
      return;
    }
    unread.push(...('persons' in found ? [] : found));
  }
  if (!(await readSigns(sample, unreadTogether(unread, sample.layout.rows), preparation.mayGoOn))) {
    return;
  }
  // Told now, they are remembered: of a way back, and of a key that becomes something that says nothing of persons.
  for (const types of states) {
    await inPieces(preparation.memory.persons(types, today()), preparation.mayGoOn);
  }
}

/** Counts, piece by piece, all that a change to these types would ask for; it is remembered until the change is made. */
export async function foreseeRecount(
  sample: OpenSample,
  columnTypes: readonly FieldTypeId[],
  touched: readonly FieldTypeId[],
  preparation: Preparation,
): Promise<void> {
  const plan = planRecount(columnTypes, touched);
  if (!(await areColumnsCounted(sample, columnTypes, plan.types, preparation)) || !plan.persons) {
    return;
  }
  for (;;) {
    const found = await inPieces(preparation.memory.persons(columnTypes, today()), preparation.mayGoOn);
    if (found === null || 'persons' in found || !(await readSigns(sample, found, preparation.mayGoOn))) {
      return;
    }
  }
}

/** The column types as they are when one of the keys of persons is none any more. */
function withoutOneKey(columnTypes: readonly FieldTypeId[]): FieldTypeId[][] {
  return columnTypes.flatMap((type, place) => (isKeyPart(type) ? [columnTypes.with(place, unknownFieldType)] : []));
}

/** Counts the columns of these types to the end; false where that is not wanted any more, or too much to remember. */
async function areColumnsCounted(
  sample: OpenSample,
  columnTypes: readonly FieldTypeId[],
  types: readonly FieldTypeId[],
  { memory, kernels, mayGoOn, inTurn }: Preparation,
): Promise<boolean> {
  const { blocks } = sample.layout;
  let isMore: boolean | null = true;
  while (isMore === true) {
    if (!(await mayGoOn())) {
      return false;
    }
    // Asked for in each turn: what others did in between may have driven out what was used longest ago.
    await inTurn(async () => {
      const columns = memory.columns(columnTypes, types);
      const next = columns?.find((column) => column.blocks < blocks.length);
      isMore = columns === null ? null : next !== undefined;
      if (next !== undefined) {
        await countBlock(sample, next, kernels);
      }
    });
  }
  return isMore === false;
}

async function inPieces(
  counting: Generator<void, Persons | readonly UnreadSigns[]>,
  mayGoOn: () => Promise<boolean>,
): Promise<Persons | readonly UnreadSigns[] | null> {
  while (await mayGoOn()) {
    const end = performance.now() + pieceTime;
    while (performance.now() < end) {
      const step = counting.next();
      if (step.done === true) {
        return step.value;
      }
    }
  }
  return null;
}
