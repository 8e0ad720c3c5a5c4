import { Badge, Table } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '#shared/domain/ticket.ts';
import { useListKeys } from '../../ui/list-keys/use-list-keys.ts';
import { questionLabels } from './question-labels.ts';
import classes from './tickets.module.css';

/** Tickets as a table; each opens its page. */
export function TicketTable({ tickets }: { readonly tickets: readonly Ticket[] }): ReactNode {
  const list = useRef<HTMLTableSectionElement>(null);
  useListKeys(list);
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={80}>Number</Table.Th>
          <Table.Th>Subject</Table.Th>
          <Table.Th>From</Table.Th>
          <Table.Th w={180}>Asks</Table.Th>
          <Table.Th w={140}>Status</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={list}>
        {tickets.map(({ id, number, subject, requester, question, status }) => (
          <Table.Tr key={id}>
            <Table.Td ff="monospace">LD-{number}</Table.Td>
            <Table.Td>
              <Link to={`/tickets/${id}`} className={classes['link']} data-list-item>
                {subject}
              </Link>
            </Table.Td>
            <Table.Td>{requester.name === '' ? requester.address : requester.name}</Table.Td>
            <Table.Td>{questionLabels[question]}</Table.Td>
            <Table.Td>
              <Badge variant="default" tt="none">
                {status}
              </Badge>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
