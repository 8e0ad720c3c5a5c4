import { useSyncExternalStore } from 'react';
import type { CaseId } from '#shared/domain/case.ts';

/** One value for each case that outlives the screens which show it. */
export type CaseStore<T> = {
  readonly get: (caseId: CaseId) => T;
  readonly set: (caseId: CaseId, value: T) => void;
  readonly use: (caseId: CaseId) => T;
};

/** Makes such a store; a case that nothing was set for has the `first` value. */
export function createCaseStore<T>(first: T): CaseStore<T> {
  const values = new Map<CaseId, T>();
  const listeners = new Set<() => void>();

  function get(caseId: CaseId): T {
    return values.get(caseId) ?? first;
  }

  function subscribe(tell: () => void): () => void {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }

  return {
    get,
    set: (caseId, value) => {
      values.set(caseId, value);
      for (const tell of listeners) {
        tell();
      }
    },
    use: (caseId) => useSyncExternalStore(subscribe, () => get(caseId)),
  };
}
