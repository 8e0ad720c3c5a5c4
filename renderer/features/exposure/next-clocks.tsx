import { Table, Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { instantOf } from '#shared/domain/instant.ts';
import { remainingText } from '#shared/expose/clocks.ts';
import { runningClocks } from '../../storage/case-law.ts';
import type { RecordedCase } from '../../storage/case-records.ts';
import { ListLink } from '../../ui/list-keys/list-link.tsx';
import { useNow } from '../../ui/now/use-now.ts';
import { TitledCard } from '../../ui/titled-card/titled-card.tsx';

const shown = 6;

/** The time limits of all open cases that would end next, each leading to the laws of its case; nothing where no clock runs. */
export function NextClocks({ recorded }: { readonly recorded: readonly RecordedCase[] }): ReactNode {
  const now = useNow();
  const clocks = useMemo(() => runningClocks(recorded), [recorded]);
  return clocks.length === 0 ? null : (
    <TitledCard title="Time limits that would end next">
      <Table verticalSpacing={3} layout="fixed" aria-label="Time limits that would end next">
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
                <ListLink to={`/cases/${caseId}/exposure?part=law`}>{title}</ListLink>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt="xs">
        Counted from the moments that you have set, if the laws are engaged. Counsel decides.
      </Text>
    </TitledCard>
  );
}
