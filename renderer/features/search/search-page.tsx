import { EmptyState, Tabs } from '@mantine/core';
import { IconDatabaseOff } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useStored } from '../../storage/live.ts';
import { isForScreen } from '../../ui/list-keys/use-list-keys.ts';
import { Page } from '../../ui/page/page.tsx';
import { LookUpTab } from './look-up-tab.tsx';
import { namedSamples, searchOriginSchema } from './scope.ts';
import type { ShowRows } from './search-results.tsx';
import { SearchTab } from './search-tab.tsx';

/** Esc leaves: first the field, then the screen. */
function useLeaveKey(leave: () => void): void {
  useEffect(() => {
    function hear(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented) {
        return;
      }
      if (isForScreen(event)) {
        leave();
      } else if (event.target instanceof HTMLElement && document.querySelector('[role="dialog"]') === null) {
        event.target.blur();
      }
    }
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [leave]);
}

/** Search and look-up over a sample, a case or the whole vault. */
export function SearchPage({ showRows }: { readonly showRows: ShowRows }): ReactNode {
  const navigate = useNavigate();
  const { state } = useLocation();
  const samples = useStored(namedSamples, []);
  const [tab, setTab] = useState<string | null>('search');
  const origin = searchOriginSchema.parse(state);
  const above = origin.caseId === null ? '/cases' : `/cases/${origin.caseId}/samples`;
  useLeaveKey(useCallback(() => void navigate(above), [navigate, above]));
  if (samples === undefined) {
    return null;
  }
  const part = { samples, origin, showRows };
  return (
    <Page
      title="Search"
      panelId="search-panel"
      bar={
        <Tabs value={tab} onChange={setTab} px="md" mb="sm">
          <Tabs.List>
            <Tabs.Tab value="search" aria-controls="search-panel">
              Search
            </Tabs.Tab>
            <Tabs.Tab value="list" aria-controls="search-panel">
              Look up a list
            </Tabs.Tab>
          </Tabs.List>
        </Tabs>
      }
    >
      {samples.length === 0 ? (
        <EmptyState
          mt={40}
          icon={<IconDatabaseOff aria-hidden />}
          title="There is nothing to search in yet"
          description="Import a sample into a case. Its rows can then be searched from here."
        />
      ) : tab === 'list' ? (
        <LookUpTab {...part} />
      ) : (
        <SearchTab {...part} />
      )}
    </Page>
  );
}
