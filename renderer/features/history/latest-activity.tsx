import { Anchor, Card, Table, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import type { AuditEvent } from '#shared/domain/audit-event.ts';
import type { CaseId } from '#shared/domain/case.ts';
import { latestEvents } from '../../storage/audit-events.ts';
import { allCases } from '../../storage/cases.ts';
import { useStored } from '../../storage/live.ts';
import { describeAction } from './describe-action.ts';

const shown = 12;

type Activity = { readonly events: readonly AuditEvent[]; readonly titles: ReadonlyMap<CaseId, string> };

async function latestActivity(): Promise<Activity> {
  const titles = new Map((await allCases()).map(({ id, title }) => [id, title]));
  return { events: await latestEvents(shown), titles };
}

/** What was done last over all cases, newest first; each line leads to the history of its case. */
export function LatestActivity(): ReactNode {
  const id = useId();
  const activity = useStored(latestActivity, []);
  if (activity === undefined) {
    return null;
  }
  const { events, titles } = activity;
  return (
    <Card withBorder padding="md" component="section" aria-labelledby={id}>
      <Text id={id} component="h2" fw={600} size="sm" mb="xs">
        Latest activity
      </Text>
      <Table verticalSpacing={3} layout="fixed" aria-labelledby={id}>
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
                  <Anchor
                    component={Link}
                    to={`/cases/${caseId}/history`}
                    data-list-item
                    size="sm"
                    c="inherit"
                    truncate
                    display="block"
                  >
                    {titles.get(caseId) ?? 'A case that is gone'}
                  </Anchor>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
