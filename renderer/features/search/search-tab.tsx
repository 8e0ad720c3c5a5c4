import { EmptyState } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { NamedSample, SearchOrigin } from './scope.ts';
import { samplesInScope, scopesFrom, usualScope } from './scope.ts';
import { SearchForm } from './search-form.tsx';
import { SearchResults, type ShowRows } from './search-results.tsx';
import { cancelSearch, startSearch, useSearch } from './search-state.ts';

type SearchTabProps = {
  readonly samples: readonly NamedSample[];
  readonly origin: SearchOrigin;
  readonly showRows: ShowRows;
};

/** Searches cells by their characters, their value or a pattern. */
export function SearchTab({ samples, origin, showRows }: SearchTabProps): ReactNode {
  const offered = scopesFrom(origin);
  const [scope, setScope] = useState(usualScope(origin));
  const state = useSearch();
  const inScope = samplesInScope(samples, scope, origin);
  return (
    <>
      <SearchForm
        last={state?.query ?? null}
        samples={inScope}
        offered={offered}
        scope={scope}
        setScope={setScope}
        running={state !== null && state.outcome === null}
        search={(query) => void startSearch(query, inScope)}
        cancel={cancelSearch}
      />
      {state === null ? (
        <EmptyState
          mt={40}
          icon={<IconSearch aria-hidden />}
          title="Nothing searched yet"
          description="Type what to look for and press Enter. What is found appears here while the samples are read."
        />
      ) : (
        <SearchResults state={state} showRows={showRows} />
      )}
    </>
  );
}
