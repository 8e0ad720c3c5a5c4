import type { ReactNode } from 'react';
import { useStored } from '../../storage/live.ts';
import { allTickets } from '../../storage/tickets.ts';
import { FigureCard } from '../../ui/figure-card/figure-card.tsx';
import { standsIn, ticketStands } from './ticket-stands.ts';

/** How many tickets there are, by who must do something next. */
export function TicketFigures(): ReactNode {
  const tickets = useStored(allTickets, []) ?? [];
  return (
    <FigureCard
      title="Tickets"
      figures={ticketStands.map(({ id, label }) => ({
        label,
        value: tickets.filter((ticket) => standsIn(ticket, id)).length,
        to: `/tickets?stand=${id}`,
      }))}
    />
  );
}
