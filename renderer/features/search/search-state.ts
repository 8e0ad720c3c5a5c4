import { useSyncExternalStore } from 'react';
import { ok, type Result } from '#shared/lib/result.ts';
import type { QueryProblem, SearchQuery } from '#shared/search/query.ts';
import { newsSink, type SearchEnd, type SearchNews, sampleWorker } from '../../platform/sample-worker.ts';
import { layoutOf } from '../../storage/layouts.ts';
import type { NamedSample } from './scope.ts';

/** Of so many rows of each sample a hit is shown under its name. */
const shownRows = 5;

/** A search as the screen shows it. It outlives the screen, so that one can look at rows and come back, but not the vault. */
export type SearchState = {
  readonly searchId: string;
  readonly query: SearchQuery;
  readonly samples: readonly NamedSample[];
  readonly news: ReadonlyMap<string, SearchNews>;
  /** Null while it runs. */
  readonly outcome: Result<SearchEnd, QueryProblem> | null;
  readonly failure: unknown;
};

let current: SearchState | null = null;
const listeners = new Set<() => void>();

function publish(state: SearchState): void {
  current = state;
  for (const tell of listeners) {
    tell();
  }
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** The last search, for a component; null before the first one. */
export function useSearch(): SearchState | null {
  return useSyncExternalStore(subscribe, () => current);
}

/** Stops the search that runs, if one does; what it has found stays. */
export function cancelSearch(): void {
  if (current !== null && current.outcome === null) {
    void sampleWorker().cancelRun(current.searchId);
  }
}

/** Changes the search of that name, unless another has taken its place. */
function change(searchId: string, part: Partial<SearchState>): void {
  if (current?.searchId === searchId) {
    publish({ ...current, ...part });
  }
}

/** Searches samples; what is found appears as it is found. A search that still runs is cancelled. */
export async function startSearch(query: SearchQuery, samples: readonly NamedSample[]): Promise<void> {
  cancelSearch();
  const searchId = crypto.randomUUID();
  publish({ searchId, query, samples, news: new Map(), outcome: null, failure: null });
  const hear = (news: SearchNews): void => {
    if (current?.searchId === searchId) {
      change(searchId, { news: new Map(current.news).set(news.sampleId, news) });
    }
  };
  try {
    const layouts = [];
    for (const { sample } of samples) {
      layouts.push(await layoutOf(sample));
    }
    const request = { searchId, query, samples: layouts, shown: shownRows };
    change(searchId, { outcome: await sampleWorker().search(request, newsSink(hear)) });
  } catch (failure) {
    change(searchId, { failure, outcome: ok({ kind: 'cancelled', milliseconds: 0 }) });
  }
}
