import { Button, EmptyState } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useStored } from '../../storage/live.ts';
import { allTickets } from '../../storage/tickets.ts';
import { Page } from '../../ui/page/page.tsx';
import { TicketTable } from './ticket-table.tsx';

/** Every "Ask to Analyst" request of the vault. */
export function TicketList(): ReactNode {
  const navigate = useNavigate();
  const tickets = useStored(allTickets, []);
  const begin = (): void => void navigate('/tickets/new');
  if (tickets === undefined) {
    return null;
  }
  return (
    <Page title="Tickets" actions={tickets.length > 0 && <Button onClick={begin}>New ticket</Button>}>
      {tickets.length === 0 ? (
        <EmptyState
          mt={60}
          icon={<IconMail aria-hidden />}
          title="No tickets yet"
          description="A ticket is a client's question to the analyst. Open the mail it came in, or write it down by hand."
        >
          <EmptyState.Actions>
            <Button onClick={begin}>New ticket</Button>
          </EmptyState.Actions>
        </EmptyState>
      ) : (
        <TicketTable tickets={tickets} />
      )}
    </Page>
  );
}
