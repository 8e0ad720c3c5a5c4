import { Badge, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { instantOf } from '#shared/domain/instant.ts';
import { type Countdown, isRunning, remainingText, zonedText } from '#shared/expose/clocks.ts';
import { engagementWords, lengthText, startEventWords } from '#shared/expose/law-words.ts';
import { useNow } from '../../ui/now/use-now.ts';

type LawClocksProps = { readonly countdowns: readonly Countdown[]; readonly zone: string };

function Left({ countdown, now }: { readonly countdown: Countdown; readonly now: number }): ReactNode {
  if (!isRunning(countdown)) {
    const { notBefore } = countdown.clock;
    return (
      <Text size="sm" c="dimmed">
        {countdown.from !== null && notBefore !== undefined ? `not in force before ${notBefore}` : 'not started'}
      </Text>
    );
  }
  const isOver = Date.parse(countdown.until) < now;
  return (
    <Badge color={isOver ? 'red' : 'petrol'} variant="outline" tt="none" c="var(--mantine-color-text)">
      {remainingText(countdown.until, instantOf(now))}
    </Badge>
  );
}

/** The time limits of the laws that may be engaged: from when, until when, and what is left. */
export function LawClocks({ countdowns, zone }: LawClocksProps): ReactNode {
  const now = useNow();
  if (countdowns.length === 0) {
    return <Text size="sm">No law that may be engaged names a number of hours or days.</Text>;
  }
  return (
    <Table verticalSpacing={4} aria-label="Time limits">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Law and duty</Table.Th>
          <Table.Th w={130}>Limit</Table.Th>
          <Table.Th w={240}>Would start</Table.Th>
          <Table.Th w={190}>Would end</Table.Th>
          <Table.Th w={170}>Left</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {countdowns.map((countdown) => {
          const { regime, clock, from, until, engagement } = countdown;
          return (
            <Table.Tr key={`${regime.id} ${clock.id}`}>
              <Table.Td>
                <b>{clock.label}</b>
                <Text size="xs" c="dimmed">
                  {regime.law}, {engagementWords[engagement]}
                </Text>
                {clock.uncertain !== undefined && <Text size="xs">Uncertain: {clock.uncertain}</Text>}
              </Table.Td>
              <Table.Td>{lengthText(clock)}</Table.Td>
              <Table.Td>
                {from === null ? `once: ${startEventWords[clock.starts].toLowerCase()}` : zonedText(from, zone)}
              </Table.Td>
              <Table.Td>{until === null ? '–' : zonedText(until, zone)}</Table.Td>
              <Table.Td>
                <Left countdown={countdown} now={now} />
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
