import { Anchor, Card, Table, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { instantOf } from '#shared/domain/instant.ts';
import { remainingText } from '#shared/expose/clocks.ts';
import { allRunningClocks } from '../../storage/case-law.ts';
import { useStored } from '../../storage/live.ts';
import { useNow } from '../../ui/now/use-now.ts';

const shown = 6;

/** The time limits of all open cases that would end next, each leading to its case; nothing where no clock runs. */
export function NextClocks(): ReactNode {
  const id = useId();
  const now = useNow();
  const clocks = useStored(allRunningClocks, []) ?? [];
  return clocks.length === 0 ? null : (
    <Card withBorder padding="md" component="section" aria-labelledby={id}>
      <Text id={id} component="h2" fw={600} size="sm" mb="xs">
        Time limits that would end next
      </Text>
      <Table verticalSpacing={3} layout="fixed" aria-labelledby={id}>
        <Table.Tbody>
          {clocks.slice(0, shown).map(({ caseId, title, running: { regime, clock, until } }) => (
            <Table.Tr key={`${caseId} ${regime.id} ${clock.id}`}>
              <Table.Td fz="sm" w={180}>
                {remainingText(until, instantOf(now))}
              </Table.Td>
              <Table.Td fz="sm">
                {clock.label} ({regime.law})
              </Table.Td>
              <Table.Td w="32%">
                <Anchor
                  component={Link}
                  to={`/cases/${caseId}/exposure`}
                  data-list-item
                  size="sm"
                  c="inherit"
                  truncate
                  display="block"
                >
                  {title}
                </Anchor>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt="xs">
        Counted from the moments that you have set, if the laws are engaged. Counsel decides.
      </Text>
    </Card>
  );
}
