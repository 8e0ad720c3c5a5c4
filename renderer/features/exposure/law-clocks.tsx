import { Badge, Button, Table, Text, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Instant } from '#shared/domain/instant.ts';
import { type LawFacts, limitKey } from '#shared/domain/law.ts';
import type { LawFound } from '#shared/expose/case-law.ts';
import {
  type ClockStanding,
  inOrder,
  standingOf,
  standingText,
  unclearMoments,
} from '#shared/expose/clock-standing.ts';
import { type Countdown, zonedText } from '#shared/expose/clocks.ts';
import { engagementWords, lengthText, startEventWords } from '#shared/expose/law-words.ts';
import { limitName } from '#shared/packs/regimes.ts';
import { useReturnedFocus } from '../../ui/returned-focus/use-returned-focus.ts';
import { DoneForm } from './done-form.tsx';

type Shown = Pick<LawFound, 'facts' | 'zone' | 'countdowns'>;
type LawClocksProps = {
  readonly law: Shown;
  readonly now: Instant;
  readonly change: (facts: LawFacts) => void;
};

const colors: Readonly<Record<Exclude<ClockStanding, 'waiting'>, string>> = {
  running: 'petrol',
  over: 'red',
  'met-late': 'orange',
  met: 'gray',
};

function Standing({ countdown, now }: { readonly countdown: Countdown; readonly now: Instant }): ReactNode {
  const standing = standingOf(countdown, now);
  const text = standingText(countdown, now);
  return standing === 'waiting' ? (
    <Text size="sm" c="dimmed">
      {text}
    </Text>
  ) : (
    <Badge
      color={colors[standing]}
      variant="outline"
      tt="none"
      h="auto"
      styles={{ label: { whiteSpace: 'normal' } }}
      c="var(--mantine-color-text)"
    >
      {text}
    </Badge>
  );
}

function Duty({ countdown: { regime, clock, engagement } }: { readonly countdown: Countdown }): ReactNode {
  return (
    <>
      <b>{clock.label}</b>
      <Text size="xs" c="dimmed">
        {regime.law}, {engagementWords[engagement]}
      </Text>
      {clock.uncertain !== undefined && <Text size="xs">Uncertain: {clock.uncertain}</Text>}
    </>
  );
}

type ClockRowProps = LawClocksProps & {
  readonly countdown: Countdown;
  readonly isSetting: boolean;
  readonly set: (isSetting: boolean) => void;
};

function withDone(facts: LawFacts, key: string, met: Instant | null): LawFacts {
  const { [key]: _before, ...others } = facts.done;
  return { ...facts, done: met === null ? others : { ...others, [key]: met } };
}

function ClockRow({ law: { facts, zone }, change, countdown, now, isSetting, set }: ClockRowProps): ReactNode {
  const { regime, clock, from, until, met } = countdown;
  const key = limitKey(regime.id, clock.id);
  const opener = useReturnedFocus(isSetting);
  if (isSetting) {
    return (
      <Table.Tr>
        <Table.Td>
          <Duty countdown={countdown} />
        </Table.Td>
        <Table.Td colSpan={5}>
          <DoneForm
            label={`When it was done: ${limitName(key)}`}
            isSetHere={facts.done[key] !== undefined}
            cancel={() => set(false)}
            keep={(moment) => {
              change(withDone(facts, key, moment));
              set(false);
            }}
            {...{ zone, met }}
          />
        </Table.Td>
      </Table.Tr>
    );
  }
  return (
    <Table.Tr>
      <Table.Td>
        <Duty countdown={countdown} />
      </Table.Td>
      <Table.Td>{lengthText(clock)}</Table.Td>
      <Table.Td>
        {from === null ? `once: ${startEventWords[clock.starts].toLowerCase()}` : zonedText(from, zone)}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{until === null ? '–' : zonedText(until, zone)}</Table.Td>
      <Table.Td>
        <Standing countdown={countdown} now={now} />
        {met !== null && (
          <Text size="xs" c="dimmed">
            done {zonedText(met, zone)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Button
          ref={opener}
          size="compact-sm"
          variant="default"
          aria-label={`Done: ${limitName(key)}`}
          onClick={() => set(true)}
        >
          Done…
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

/** Why moments that are set meet none of several time limits. */
function Unclear({ law }: { readonly law: Shown }): ReactNode {
  return unclearMoments(law.countdowns, law.facts).map(({ event, unmet }) => (
    <Text key={event} size="sm">
      “{startEventWords[event]}” does not say for which law. Set with <b>Done…</b> when it was so for:{' '}
      {unmet.map(({ regime, clock }) => limitName(limitKey(regime.id, clock.id))).join('; ')}.
    </Text>
  ));
}

/**
 * The time limits of the laws that may be engaged: from when, until when, and how each stands at a moment. Those that run stand
 * first. What was done is set line by line.
 */
export function LawClocks({ law, now, change }: LawClocksProps): ReactNode {
  const [setting, setSetting] = useState<string | null>(null);
  if (law.countdowns.length === 0) {
    return <Text size="sm">No law that may be engaged names a number of hours or days.</Text>;
  }
  return (
    <>
      <Table verticalSpacing={4} aria-label="Time limits">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Law and duty</Table.Th>
            <Table.Th w={130}>Limit</Table.Th>
            <Table.Th w={185}>Would start</Table.Th>
            <Table.Th w={185}>Would end</Table.Th>
            <Table.Th w={205}>Stands</Table.Th>
            <Table.Th w={84}>
              <VisuallyHidden>Set when it was done</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inOrder(law.countdowns, now).map((countdown) => {
            const key = limitKey(countdown.regime.id, countdown.clock.id);
            return (
              <ClockRow
                key={key}
                {...{ law, change, countdown, now }}
                isSetting={setting === key}
                set={(isSetting) => setSetting(isSetting ? key : null)}
              />
            );
          })}
        </Table.Tbody>
      </Table>
      <Unclear law={law} />
    </>
  );
}
