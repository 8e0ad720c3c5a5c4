import { useSyncExternalStore } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import { type LookUpNews, newsSink, type SearchEnd, sampleWorker } from '../../platform/sample-worker.ts';
import { layoutOf } from '../../storage/layouts.ts';
import { recordLookUp } from '../../storage/look-ups.ts';
import type { NamedSample } from './scope.ts';

/** A look-up as the screen shows it. It outlives the screen, but not the vault. */
export type LookUpState = {
  readonly searchId: string;
  readonly caseId: CaseId | null;
  readonly values: readonly string[];
  readonly samples: readonly NamedSample[];
  readonly news: readonly LookUpNews[];
  /** Null while it runs. */
  readonly end: SearchEnd | null;
  readonly failure: unknown;
};

let current: LookUpState | null = null;
const listeners = new Set<() => void>();

function publish(state: LookUpState): void {
  current = state;
  for (const tell of listeners) {
    tell();
  }
}

/** The last look-up, for a component; null before the first one. */
export function useLookUp(): LookUpState | null {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => current,
  );
}

/** Stops the look-up that runs, if one does; what it has found stays. */
export function cancelLookUp(): void {
  if (current !== null && current.end === null) {
    void sampleWorker().cancelRun(current.searchId);
  }
}

/** The places of the values that are in a sample, for sure or probably. */
function foundValues(news: readonly LookUpNews[]): ReadonlySet<number> {
  return new Set(news.flatMap(({ found, probable }) => [...found.map(({ value }) => value), ...probable.values]));
}

function change(searchId: string, part: (before: LookUpState) => Partial<LookUpState>): void {
  if (current?.searchId === searchId) {
    publish({ ...current, ...part(current) });
  }
}

/** Looks values up in samples, and writes down that it was done. A look-up that still runs is cancelled. */
export async function startLookUp(
  values: readonly string[],
  samples: readonly NamedSample[],
  caseId: CaseId | null,
): Promise<void> {
  cancelLookUp();
  const searchId = crypto.randomUUID();
  publish({ searchId, caseId, values, samples, news: [], end: null, failure: null });
  const hear = (news: LookUpNews): void => change(searchId, (before) => ({ news: [...before.news, news] }));
  try {
    const layouts = [];
    for (const { sample } of samples) {
      layouts.push(await layoutOf(sample));
    }
    const end = await sampleWorker().lookUp({ searchId, values, samples: layouts }, newsSink(hear));
    const heard = current?.searchId === searchId ? current.news : [];
    const found = foundValues(heard).size;
    await recordLookUp(caseId, { values: values.length, samples: samples.length, found });
    change(searchId, () => ({ end }));
  } catch (failure) {
    change(searchId, () => ({ failure, end: { kind: 'cancelled', milliseconds: 0 } }));
  }
}
