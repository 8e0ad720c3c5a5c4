import { DataList, Select, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { caseIdSchema } from '#shared/domain/case.ts';
import { questionKindSchema, type Ticket, ticketStatusSchema } from '#shared/domain/ticket.ts';
import type { Fact } from '#shared/tickets/fact.ts';
import { allCases } from '../../storage/cases.ts';
import { useStored } from '../../storage/live.ts';
import { changeTicket } from '../../storage/tickets.ts';
import { questionLabels } from './question-labels.ts';

const questions = questionKindSchema.options.map((value) => ({ value, label: questionLabels[value] }));
const statuses = [...ticketStatusSchema.options];

/** What a ticket is tied to, and the facts that its reply can quote. */
export function TicketFacts({
  ticket,
  facts,
}: {
  readonly ticket: Ticket;
  readonly facts: readonly Fact[];
}): ReactNode {
  const cases = useStored(allCases, []) ?? [];
  return (
    <Stack gap="md">
      <Select
        label="About the case"
        placeholder="No case yet"
        data={cases.map(({ id, title }) => ({ value: String(id), label: title }))}
        value={ticket.caseId}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Unlink the case' }}
        nothingFoundMessage="No case has these letters."
        onChange={(value) => {
          const caseId = value === null ? null : caseIdSchema.parse(value);
          void changeTicket(ticket.id, { caseId }, caseId === null ? 'unlinked from its case' : 'linked to a case');
        }}
      />
      <Select
        label="Kind of question"
        data={questions}
        value={ticket.question}
        allowDeselect={false}
        onChange={(value) => {
          const question = questionKindSchema.parse(value);
          void changeTicket(ticket.id, { question }, `question ${question}`);
        }}
      />
      <Select
        label="Status"
        data={statuses}
        value={ticket.status}
        allowDeselect={false}
        onChange={(value) => {
          const status = ticketStatusSchema.parse(value);
          void changeTicket(ticket.id, { status }, `status ${status}`);
        }}
      />
      <Stack gap={4}>
        <Text fw={600} size="sm">
          Facts a reply can quote
        </Text>
        <DataList orientation="vertical" gap={8}>
          {facts.map(({ id, label, text, source }) => (
            <DataList.Item key={id}>
              <DataList.ItemLabel>{label}</DataList.ItemLabel>
              <DataList.ItemValue>
                {text === null ? (
                  <Text size="sm" c="dimmed">
                    not known yet: {source}
                  </Text>
                ) : (
                  <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                    {text.length > 160 ? `${text.slice(0, 160)}…` : text}
                  </Text>
                )}
              </DataList.ItemValue>
            </DataList.Item>
          ))}
        </DataList>
      </Stack>
    </Stack>
  );
}
