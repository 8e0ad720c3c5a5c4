import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import { claimKindLabels, claimKinds } from '#shared/domain/claim.ts';
import { isCounted } from '#shared/domain/sample.ts';
import { rowsCounted } from '#shared/expose/basis.ts';
import { exposureOf } from '#shared/expose/exposure.ts';
import { counted } from '#shared/lib/counted.ts';
import { claimsOf } from '../../storage/listings.ts';
import { useStored } from '../../storage/live.ts';
import { samplesOf } from '../../storage/samples.ts';
import { ticketsOf } from '../../storage/tickets.ts';
import { ContextPanel } from '../../ui/frame/context-panel.tsx';
import { CaseFacts } from './case-facts.tsx';

type Step = {
  readonly label: string;
  readonly done: boolean;
  readonly figure: string;
  readonly tab: string;
  readonly next: string;
};

function Steps({ steps, go }: { readonly steps: readonly Step[]; readonly go: (tab: string) => void }): ReactNode {
  const next = steps.find(({ done }) => !done);
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 2, md: 4 }}>
        {steps.map(({ label, done, figure, tab }) => (
          <Paper key={tab} withBorder p="sm" component="button" onClick={() => go(tab)} ta="left" bg="transparent">
            <Group gap={6} wrap="nowrap">
              {done ? <IconCircleCheck size={18} aria-label="done" /> : <IconCircle size={18} aria-label="open" />}
              <Text fw={600} size="sm">
                {label}
              </Text>
            </Group>
            <Text size="sm" c="dimmed">
              {figure}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
      {next !== undefined && (
        <Group>
          <Button onClick={() => go(next.tab)}>{next.next}</Button>
        </Group>
      )}
    </Stack>
  );
}

/** Where a case stands: the stations of the work with what each holds, what is to do next, and what was confirmed so far. */
export function OverviewTab({
  caseId,
  go,
}: {
  readonly caseId: CaseId;
  readonly go: (tab: string) => void;
}): ReactNode {
  const claims = useStored(() => claimsOf(caseId), [caseId]) ?? [];
  const samples = useStored(() => samplesOf(caseId), [caseId]) ?? [];
  const tickets = useStored(() => ticketsOf(caseId), [caseId]) ?? [];
  const waiting = claims.filter(({ state }) => state === 'proposed').length;
  const rows = samples.reduce((sum, sample) => sum + rowsCounted(sample), 0);
  const known = samples.filter(isCounted);
  const seen = exposureOf(known, claims).filter(({ filled }) => filled > 0);
  const open = tickets.filter(({ status }) => status !== 'answered' && status !== 'closed').length;
  const steps: readonly Step[] = [
    {
      ...{ label: 'Listing', tab: 'listing', done: waiting === 0, next: 'Decide the claims' },
      figure: waiting === 0 ? `${claims.length} claims decided` : `${waiting} claims wait for you`,
    },
    {
      ...{ label: 'Samples', tab: 'samples', done: samples.length > 0, next: 'Import a sample' },
      figure:
        samples.length === 0 ? 'none yet' : `${rows.toLocaleString('en')} rows in ${counted(samples.length, 'sample')}`,
    },
    {
      ...{ label: 'Exposure', tab: 'exposure', done: seen.length > 0, next: 'See what is exposed' },
      figure:
        known.length < samples.length
          ? 'rows are not counted yet'
          : seen.length === 0
            ? 'needs a sample'
            : `${seen.length} field types seen`,
    },
    {
      ...{ label: 'Tickets', tab: 'tickets', done: tickets.length > 0 && open === 0, next: 'Answer a client' },
      figure: tickets.length === 0 ? 'nobody has asked yet' : `${open} open of ${tickets.length}`,
    },
  ];
  const decided = claims.filter(({ state }) => state === 'confirmed' || state === 'edited');
  return (
    <Stack gap="lg">
      <Steps steps={steps} go={go} />
      <Stack gap={6}>
        <Title order={2}>What the seller claims</Title>
        {decided.length === 0 && (
          <Text size="sm" c="dimmed">
            Nothing is confirmed yet. Open the listing to decide what its words say.
          </Text>
        )}
        {claimKinds.flatMap((kind) => {
          const texts = decided.filter(({ content }) => content.kind === kind).map(({ content }) => content.text);
          return texts.length === 0
            ? []
            : [
                <Text key={kind} size="sm">
                  <Text span c="dimmed">
                    {claimKindLabels[kind]}:{' '}
                  </Text>
                  {texts.join(', ')}
                </Text>,
              ];
        })}
      </Stack>
      <ContextPanel>
        <CaseFacts caseId={caseId} />
      </ContextPanel>
    </Stack>
  );
}
