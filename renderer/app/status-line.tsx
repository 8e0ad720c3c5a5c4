import { Button, Group, Progress, Text } from '@mantine/core';
import { IconLockOpen, IconWifiOff } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { type Case, caseIdSchema } from '#shared/domain/case.ts';
import { ticketIdSchema } from '#shared/domain/ticket.ts';
import { ask } from '../platform/desk.ts';
import { caseOf } from '../storage/cases.ts';
import { useStored } from '../storage/live.ts';
import { ticketById } from '../storage/tickets.ts';
import { type Job, useJobs } from '../ui/jobs/jobs.ts';
import { TlpLabel } from '../ui/tlp-label/tlp-label.tsx';
import classes from './status-line.module.css';

function JobLine({ job }: { readonly job: Job }): ReactNode {
  return (
    <Group gap={8} wrap="nowrap">
      <Text size="xs" className={classes['job'] ?? ''}>
        {job.label}: {job.detail}
      </Text>
      <Progress w={90} size="sm" value={job.share * 100} aria-label={job.label} />
      <Button size="compact-xs" variant="default" onClick={job.cancel}>
        Cancel
      </Button>
    </Group>
  );
}

/** The case that an address is about: itself, or the one its ticket is linked to. */
async function caseAt(pathname: string): Promise<Case | undefined> {
  const [, place, id] = pathname.split('/');
  const ticketId = ticketIdSchema.safeParse(id);
  const caseId = caseIdSchema.safeParse(id);
  if (place === 'tickets' && ticketId.success) {
    const linked = (await ticketById(ticketId.data))?.caseId ?? null;
    return linked === null ? undefined : caseOf(linked);
  }
  return place === 'cases' && caseId.success ? caseOf(caseId.data) : undefined;
}

function OpenTlp(): ReactNode {
  const { pathname } = useLocation();
  const found = useStored(() => caseAt(pathname), [pathname]);
  return found === undefined ? null : <TlpLabel label={found.tlp} />;
}

/** The version that runs, when it is not the one that Leakdesk ships with. */
function useForeignEngine(): string | null {
  const [engine, setEngine] = useState<string | null>(null);
  useEffect(() => {
    ask('runtimeInfo', null).then(
      ({ electron, pinnedElectron }) => setEngine(electron === pinnedElectron ? null : electron),
      () => setEngine(null),
    );
  }, []);
  return engine;
}

/** The line at the foot: vault, running work, network, marking of what is open. */
export function StatusLine(): ReactNode {
  const jobs = useJobs();
  const engine = useForeignEngine();
  return (
    <footer className={classes['line']}>
      <Group gap={6} wrap="nowrap">
        <IconLockOpen size={14} aria-hidden />
        <Text size="xs">Vault open</Text>
      </Group>
      <Group gap={6} wrap="nowrap">
        <IconWifiOff size={14} aria-hidden />
        <Text size="xs">Offline</Text>
      </Group>
      {engine !== null && <Text size="xs">Development engine: Electron {engine}</Text>}
      <span className={classes['gap']} />
      <output className={classes['jobs']}>
        {jobs.map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
      </output>
      <OpenTlp />
    </footer>
  );
}
