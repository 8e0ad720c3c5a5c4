import { Button, EmptyState, Group, SegmentedControl, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useStored } from '../../storage/live.ts';
import { allTickets } from '../../storage/tickets.ts';
import { Page } from '../../ui/page/page.tsx';
import { standsIn, ticketStands } from './ticket-stands.ts';
import { TicketTable } from './ticket-table.tsx';

/** Every "Ask to Analyst" request of the vault. */
export function TicketList(): ReactNode {
  const navigate = useNavigate();
  const tickets = useStored(allTickets, []);
  const begin = (): void => void navigate('/tickets/new');
  const [filter, setFilter] = useSearchParams();
  const stand = ticketStands.find(({ id }) => id === filter.get('stand')) ?? null;
  if (tickets === undefined) {
    return null;
  }
  const shown = tickets.filter((ticket) => stand === null || standsIn(ticket, stand.id));
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
        <>
          <Group mb="sm">
            <SegmentedControl
              aria-label="Which tickets"
              data={[{ value: 'all', label: 'All' }, ...ticketStands.map(({ id, label }) => ({ value: id, label }))]}
              value={stand?.id ?? 'all'}
              onChange={(value) => setFilter(value === 'all' ? {} : { stand: value }, { replace: true })}
            />
          </Group>
          <TicketTable tickets={shown} />
          {shown.length === 0 && <Text size="sm">No ticket stands there. Choose All to see all {tickets.length}.</Text>}
        </>
      )}
    </Page>
  );
}
