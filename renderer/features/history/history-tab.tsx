import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import { eventsOf } from '../../storage/audit-events.ts';
import { useStored } from '../../storage/live.ts';
import { describeAction } from './describe-action.ts';

/** What was done in a case, the newest first. */
export function HistoryTab({ caseId }: { readonly caseId: CaseId }): ReactNode {
  const events = useStored(() => eventsOf(caseId), [caseId]) ?? [];
  return (
    <>
      <Text size="sm" mb="xs">
        Every change, every reveal and every file that left, newest first. Values are never written here.
      </Text>
      <Table verticalSpacing={4} aria-label="History">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={190}>When</Table.Th>
            <Table.Th>What</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {events.map(({ id, at, action }) => (
            <Table.Tr key={id}>
              <Table.Td ff="monospace" fz="xs">
                {new Date(at).toLocaleString()}
              </Table.Td>
              <Table.Td>{describeAction(action)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
