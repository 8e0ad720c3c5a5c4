import { Button, Group } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Case } from '#shared/domain/case.ts';
import { instantOf } from '#shared/domain/instant.ts';
import { overAt, runningAt, standingText } from '#shared/expose/clock-standing.ts';
import { type StartedClock, zonedText } from '#shared/expose/clocks.ts';
import { lawOfCase } from '../../storage/case-law.ts';
import { useStored } from '../../storage/live.ts';
import { useNow } from '../../ui/now/use-now.ts';

const soon = 24 * 3_600_000;

type ChipProps = { readonly color: string; readonly title: string; readonly text: string; readonly open: () => void };

function Chip({ color, title, text, open }: ChipProps): ReactNode {
  return (
    <Button
      size="compact-xs"
      variant="outline"
      c="var(--mantine-color-text)"
      leftSection={<IconClock size={14} aria-hidden />}
      onClick={open}
      {...{ color, title }}
    >
      {text}
    </Button>
  );
}

/** What is over and not met, in one chip, so that it takes no place from what can still be met. */
function OverChip({ over, open }: { readonly over: readonly StartedClock[]; readonly open: () => void }): ReactNode {
  const names = over.map(({ regime, clock }) => `${clock.label}, ${regime.law}`).join('; ');
  return over.length === 0 ? null : (
    <Chip color="red" title={`Over, and not said to be done: ${names}`} text={`${over.length} over`} open={open} />
  );
}

/** How many run beside the next one: chips for all would crowd out the title of the case. */
function MoreChip({ more, open }: { readonly more: readonly StartedClock[]; readonly open: () => void }): ReactNode {
  const names = more.map(({ regime, clock }) => `${clock.label}, ${regime.law}`).join('; ');
  return more.length === 0 ? null : (
    <Chip color="gray" title={`These would run, too: ${names}`} text={`+${more.length}`} open={open} />
  );
}

/** The time limit of a case that would end next, how many more run and how many are over; pressing one opens the laws. */
export function ClockChips({ of, openLaw }: { readonly of: Case; readonly openLaw: () => void }): ReactNode {
  const now = useNow();
  const law = useStored(() => lawOfCase(of), [of]);
  if (law === undefined) {
    return null;
  }
  const { zone, countdowns } = law;
  const at = instantOf(now);
  const [next, ...more] = runningAt(countdowns, at);
  return (
    <Group gap={6} wrap="nowrap" component="section" aria-label="Time limits that would run">
      {next !== undefined && (
        <Chip
          color={Date.parse(next.until) - now < soon ? 'orange' : 'gray'}
          title={`${next.clock.label}, ${next.regime.law}: would end ${zonedText(next.until, zone)} (${zone}). Counsel decides.`}
          text={`${next.regime.short}: ${standingText(next, at)}`}
          open={openLaw}
        />
      )}
      <MoreChip more={more} open={openLaw} />
      <OverChip over={overAt(countdowns, at)} open={openLaw} />
    </Group>
  );
}
