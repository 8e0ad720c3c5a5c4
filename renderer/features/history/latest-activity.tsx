import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AuditEvent } from '#shared/domain/audit-event.ts';
import type { CaseId } from '#shared/domain/case.ts';
import { latestEvents } from '../../storage/audit-events.ts';
import { allCases } from '../../storage/cases.ts';
import { useStored } from '../../storage/live.ts';
import { ListLink } from '../../ui/list-keys/list-link.tsx';
import { TitledCard } from '../../ui/titled-card/titled-card.tsx';
import { describeAction } from './describe-action.ts';

const shown = 12;

type Activity = { readonly events: readonly AuditEvent[]; readonly titles: ReadonlyMap<CaseId, string> };

async function latestActivity(): Promise<Activity> {
  const titles = new Map((await allCases()).map(({ id, title }) => [id, title]));
  return { events: await latestEvents(shown), titles };
}

/** What was done last over all cases, newest first; each line leads to the history of its case. */
export function LatestActivity(): ReactNode {
  const activity = useStored(latestActivity, []);
  if (activity === undefined) {
    return null;
  }
  const { events, titles } = activity;
  return (
    <TitledCard title="Latest activity">
      <Table verticalSpacing={3} layout="fixed" aria-label="Latest activity">
        <Table.Tbody>
          {events.map(({ id: eventId, at, caseId, action }) => (
            <Table.Tr key={eventId}>
              <Table.Td ff="monospace" fz="xs" w={205}>
                {new Date(at).toLocaleString()}
              </Table.Td>
              <Table.Td>
                <Text size="sm" truncate title={describeAction(action)}>
                  {describeAction(action)}
                </Text>
              </Table.Td>
              <Table.Td w="32%">
                {caseId !== null && (
                  <ListLink to={`/cases/${caseId}/history`}>{titles.get(caseId) ?? 'A case that is gone'}</ListLink>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TitledCard>
  );
}
