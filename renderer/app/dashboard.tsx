import { Stack } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { useNavigate } from 'react-router';
import { CaseFigures } from '../features/cases/case-figures.tsx';
import { NoCases } from '../features/cases/case-list.tsx';
import { CasesChart } from '../features/cases/cases-chart.tsx';
import { SeverityFigures } from '../features/exposure/severity-figures.tsx';
import { LatestActivity } from '../features/history/latest-activity.tsx';
import { TicketFigures } from '../features/tickets/ticket-figures.tsx';
import { allRecordedCases } from '../storage/case-records.ts';
import { useStored } from '../storage/live.ts';
import { ChartSaving } from '../ui/chart-document/chart-file.ts';
import { useListKeys } from '../ui/list-keys/use-list-keys.ts';
import { Page } from '../ui/page/page.tsx';
import classes from './dashboard.module.css';
import { saveChart } from './save-chart.ts';

const saveAllCases = saveChart(null);

// The laws bring their pack and the time zones.
const NextClocks = lazy(async () => ({
  default: (await import('../features/exposure/next-clocks.tsx')).NextClocks,
}));

/** Where the work stands over all cases: each station gives its card, and every number opens its list. */
export function Dashboard(): ReactNode {
  const navigate = useNavigate();
  const recorded = useStored(allRecordedCases, []);
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  if (recorded === undefined) {
    return null;
  }
  return (
    <Page title="Dashboard">
      <Stack gap="md" ref={list}>
        {recorded.length === 0 ? (
          <>
            <NoCases begin={() => void navigate('/cases/new')} />
            {/* A client may ask before there is a case. */}
            <TicketFigures />
          </>
        ) : (
          <div className={classes['figures']}>
            <CaseFigures cases={recorded.map(({ of }) => of)} />
            <TicketFigures />
            <SeverityFigures recorded={recorded} />
          </div>
        )}
        <Suspense fallback={null}>
          <NextClocks recorded={recorded} />
        </Suspense>
        <ChartSaving value={saveAllCases}>
          <CasesChart
            recorded={recorded}
            open={(dimension, key) => void navigate(`/cases?${new URLSearchParams({ by: dimension, is: key })}`)}
          />
        </ChartSaving>
        <LatestActivity />
      </Stack>
    </Page>
  );
}
