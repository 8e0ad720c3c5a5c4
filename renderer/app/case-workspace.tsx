import { Select, Tabs, Text } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { type Case, type CaseId, caseIdSchema } from '#shared/domain/case.ts';
import { tlpLabels, tlpSchema } from '#shared/domain/tlp.ts';
import { kindFigureText } from '#shared/expose/kind-figure.ts';
import { personFigureText } from '#shared/expose/person-figure.ts';
import { OverviewTab } from '../features/cases/overview-tab.tsx';
import { HistoryTab } from '../features/history/history-tab.tsx';
import { ListingTab } from '../features/listing/listing-tab.tsx';
import { CaseTickets } from '../features/tickets/case-tickets.tsx';
import { caseOf, changeCase } from '../storage/cases.ts';
import { useStored } from '../storage/live.ts';
import { ChartSaving } from '../ui/chart-document/chart-file.ts';
import { isForScreen } from '../ui/list-keys/use-list-keys.ts';
import { Page } from '../ui/page/page.tsx';
import { mayLeave } from './may-leave.tsx';
import { saveChart } from './save-chart.ts';

// The grid and the charts are the two largest libraries.
const ExposureTab = lazy(async () => ({
  default: (await import('../features/exposure/exposure-tab.tsx')).ExposureTab,
}));
// The laws bring their pack and the time zones.
const ClockChips = lazy(async () => ({
  default: (await import('../features/exposure/clock-chips.tsx')).ClockChips,
}));
// The checks bring their tables of regions, names and mail providers with them.
const VerifyTab = lazy(async () => ({ default: (await import('../features/verify/verify-tab.tsx')).VerifyTab }));
const SamplesTab = lazy(async () => ({ default: (await import('./samples-tab.tsx')).SamplesTab }));

/** The tabs in the order of the work. */
const tabs = [
  { id: 'overview', label: 'Overview' },
  { id: 'listing', label: 'Listing' },
  { id: 'samples', label: 'Samples' },
  { id: 'verify', label: 'Verify' },
  { id: 'exposure', label: 'Exposure' },
  { id: 'tickets', label: 'Tickets' },
  { id: 'history', label: 'History' },
] as const;
type TabId = (typeof tabs)[number]['id'];

function tabOf(id: string | undefined): TabId | null {
  return tabs.find((tab) => tab.id === id)?.id ?? null;
}

function TabContent({
  tab,
  caseId,
  go,
}: {
  readonly tab: TabId;
  readonly caseId: CaseId;
  readonly go: (path: string) => void;
}): ReactNode {
  switch (tab) {
    case 'overview':
      return <OverviewTab caseId={caseId} go={go} />;
    case 'listing':
      return <ListingTab caseId={caseId} />;
    case 'samples':
      return <SamplesTab caseId={caseId} />;
    case 'verify':
      return (
        <VerifyTab
          caseId={caseId}
          openAgainst={(sampleId, check) => go(`samples?sample=${sampleId}&against=${check}`)}
          openSamples={() => go('samples')}
        />
      );
    case 'exposure':
      return (
        <ExposureTab
          caseId={caseId}
          openRows={(sampleId, fieldType, layer) => go(`samples?sample=${sampleId}&type=${fieldType}&layer=${layer}`)}
          openKinds={(sampleId, figure) => go(`samples?sample=${sampleId}&holds=${kindFigureText(figure)}`)}
          mayLeave={mayLeave(caseId, 'calendar')}
          openPersons={(sampleId, figure) => go(`samples?sample=${sampleId}&persons=${personFigureText(figure)}`)}
        />
      );
    case 'tickets':
      return <CaseTickets caseId={caseId} />;
    case 'history':
      return <HistoryTab caseId={caseId} />;
  }
}

/** Alt+1 to Alt+7 choose a tab. */
function useTabKeys(go: (path: string) => void): void {
  useEffect(() => {
    function choose(event: KeyboardEvent): void {
      const tab = tabs[Number(event.key) - 1];
      if (event.altKey && tab !== undefined) {
        event.preventDefault();
        go(tab.id);
      } else if (event.key === 'Escape' && event.target === document.body && isForScreen(event)) {
        go('..');
      }
    }
    window.addEventListener('keydown', choose);
    return () => window.removeEventListener('keydown', choose);
  }, [go]);
}

function Marking({ found }: { readonly found: Case }): ReactNode {
  return (
    <Select
      aria-label="Marking of the case"
      data={[...tlpLabels]}
      value={found.tlp}
      allowDeselect={false}
      w={170}
      size="xs"
      onChange={(value) => {
        const tlp = tlpSchema.parse(value);
        void changeCase(found.id, { tlp }, `marking ${tlp}`);
      }}
    />
  );
}

/** A case as a workspace: its tabs, and the station that the address names. */
export function CaseWorkspace(): ReactNode {
  const { caseId: rawId, tab: rawTab } = useParams();
  const navigate = useNavigate();
  const id = caseIdSchema.safeParse(rawId);
  const found = useStored(async () => (id.success ? ((await caseOf(id.data)) ?? null) : null), [rawId]);
  const tab = tabOf(rawTab);
  const go = (path: string): void => void navigate(path === '..' ? '/cases' : `/cases/${rawId}/${path}`);
  useTabKeys(go);
  if (found === undefined) {
    return null;
  }
  if (found === null) {
    return (
      <Page title="No such case">
        <Text>This vault has no case under that address. Choose one from the list of cases.</Text>
      </Page>
    );
  }
  if (tab === null) {
    return <Navigate to={`/cases/${found.id}/overview`} replace />;
  }
  return (
    <Page
      title={found.title}
      panelId="case-station"
      actions={
        <>
          <Suspense fallback={null}>
            <ClockChips of={found} openLaw={() => go('exposure?part=law')} />
          </Suspense>
          <Marking found={found} />
        </>
      }
      bar={
        <Tabs value={tab} onChange={(value) => value !== null && go(value)} px="md" mb="sm">
          <Tabs.List>
            {tabs.map(({ id: name, label }, index) => (
              <Tabs.Tab key={name} value={name} title={`Alt+${index + 1}`} aria-controls="case-station">
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      }
    >
      <ChartSaving value={saveChart(found.id)}>
        <Suspense fallback={null}>
          <TabContent key={`${found.id}|${tab}`} tab={tab} caseId={found.id} go={go} />
        </Suspense>
      </ChartSaving>
    </Page>
  );
}
