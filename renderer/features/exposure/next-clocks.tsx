import { Button, Group, Table, Text } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { instantOf } from '#shared/domain/instant.ts';
import { limitKey } from '#shared/domain/law.ts';
import { type CaseClock, standingOf, standingText } from '#shared/expose/clock-standing.ts';
import { counted } from '#shared/lib/counted.ts';
import { startedClocks } from '../../storage/case-law.ts';
import type { RecordedCase } from '../../storage/case-records.ts';
import { ListLink } from '../../ui/list-keys/list-link.tsx';
import { useNow } from '../../ui/now/use-now.ts';
import { TitledCard } from '../../ui/titled-card/titled-card.tsx';

/** How many stand there before the others are asked for. */
const fewest = 6;

/** What is not shown, in words: `4 more that run, 7 time limits over and not met`. */
function restText(more: number, over: number): string {
  const running = more > 0 ? [`${more} more that run`] : [];
  return [...running, ...(over > 0 ? [`${counted(over, 'time limit')} over and not met`] : [])].join(', ');
}

/**
 * The time limits of all open cases that would end next, each leading to the laws of its case; those that are over and not met
 * follow once they are asked for. Nothing where no clock has started.
 */
export function NextClocks({ recorded }: { readonly recorded: readonly RecordedCase[] }): ReactNode {
  const now = instantOf(useNow());
  const [isWhole, setWhole] = useState(false);
  const clocks = useMemo(() => startedClocks(recorded), [recorded]);
  const running = clocks.filter(({ clock }) => standingOf(clock, now) === 'running');
  const over = clocks.filter(({ clock }) => standingOf(clock, now) === 'over').toReversed();
  const shown: readonly CaseClock[] = isWhole ? [...running, ...over] : running.slice(0, fewest);
  const rest = restText(Math.max(0, running.length - fewest), over.length);
  return running.length + over.length === 0 ? null : (
    <TitledCard title="Time limits that would end next">
      {running.length === 0 && <Text size="sm">No time limit runs.</Text>}
      {shown.length > 0 && (
        <Table verticalSpacing={3} layout="fixed" aria-label="Time limits that would end next">
          <Table.Tbody>
            {shown.map(({ caseId, title, clock: countdown }) => {
              const { regime, clock } = countdown;
              return (
                <Table.Tr key={`${caseId} ${limitKey(regime.id, clock.id)}`}>
                  <Table.Td fz="sm" w={180}>
                    {standingText(countdown, now)}
                  </Table.Td>
                  <Table.Td fz="sm">
                    {clock.label} ({regime.law})
                  </Table.Td>
                  <Table.Td w="32%">
                    <ListLink to={`/cases/${caseId}/exposure?part=law`}>{title}</ListLink>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
      {rest !== '' && (
        <Group gap="sm" mt="xs">
          {!isWhole && <Text size="sm">And {rest}.</Text>}
          <Button size="compact-sm" variant="default" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Show fewer' : 'Show all'}
          </Button>
        </Group>
      )}
      <Text size="xs" c="dimmed" mt="xs">
        Counted from the moments that you have set, if the laws are engaged. Counsel decides.
      </Text>
    </TitledCard>
  );
}
