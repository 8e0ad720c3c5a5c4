import { Button, EmptyState, Group } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { CaseId } from '#shared/domain/case.ts';
import { useStored } from '../../storage/live.ts';
import { ticketsOf } from '../../storage/tickets.ts';
import { TicketTable } from './ticket-table.tsx';

/** The requests about one case. */
export function CaseTickets({ caseId }: { readonly caseId: CaseId }): ReactNode {
  const navigate = useNavigate();
  const tickets = useStored(() => ticketsOf(caseId), [caseId]);
  const begin = (): void => void navigate(`/tickets/new?case=${caseId}`);
  if (tickets === undefined) {
    return null;
  }
  return tickets.length === 0 ? (
    <EmptyState
      mt={40}
      icon={<IconMail aria-hidden />}
      title="Nobody has asked about this case yet"
      description="When a client asks, open the mail here or write the question down. The reply is filled from the facts of this case."
    >
      <EmptyState.Actions>
        <Button onClick={begin}>New ticket about this case</Button>
      </EmptyState.Actions>
    </EmptyState>
  ) : (
    <>
      <Group mb="sm">
        <Button onClick={begin}>New ticket about this case</Button>
      </Group>
      <TicketTable tickets={tickets} />
    </>
  );
}
