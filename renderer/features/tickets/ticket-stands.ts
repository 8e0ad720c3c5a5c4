import type { Ticket } from '#shared/domain/ticket.ts';

type TicketStand = {
  readonly id: 'waiting' | 'with-client' | 'done';
  readonly label: string;
  readonly statuses: readonly Ticket['status'][];
};

/** Who must do something next about a ticket; every status is in one of them. */
export const ticketStands: readonly TicketStand[] = [
  { id: 'waiting', label: 'Waiting for us', statuses: ['new', 'triaged', 'waiting-analyst'] },
  { id: 'with-client', label: 'Waiting for the client', statuses: ['waiting-client'] },
  { id: 'done', label: 'Answered or closed', statuses: ['answered', 'closed'] },
];

/** True if the ticket stands there. */
export function standsIn({ status }: Pick<Ticket, 'status'>, stand: TicketStand['id']): boolean {
  return ticketStands.some(({ id, statuses }) => id === stand && statuses.includes(status));
}
