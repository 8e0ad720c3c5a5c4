import { Button, Group } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Case } from '#shared/domain/case.ts';
import { instantOf } from '#shared/domain/instant.ts';
import { isRunning, remainingText, zonedText } from '#shared/expose/clocks.ts';
import { lawOfCase } from '../../storage/case-law.ts';
import { useStored } from '../../storage/live.ts';
import { useNow } from '../../ui/now/use-now.ts';

/** More than this would crowd the title. */
const mostChips = 2;
const soon = 24 * 3_600_000;

function colorOf(left: number): string {
  return left < 0 ? 'red' : left < soon ? 'orange' : 'gray';
}

/** The next ends of a case's running clocks as chips; pressing one opens the part about the law. */
export function ClockChips({ of, openLaw }: { readonly of: Case; readonly openLaw: () => void }): ReactNode {
  const now = useNow();
  const law = useStored(() => lawOfCase(of), [of]);
  if (law === undefined) {
    return null;
  }
  const { zone, countdowns } = law;
  return (
    <Group gap={6} wrap="nowrap" component="section" aria-label="Time limits that would run">
      {countdowns
        .filter(isRunning)
        .slice(0, mostChips)
        .map(({ regime, clock, until }) => {
          const left = remainingText(until, instantOf(now));
          return (
            <Button
              key={`${regime.id} ${clock.id}`}
              size="compact-xs"
              variant="outline"
              c="var(--mantine-color-text)"
              color={colorOf(Date.parse(until) - now)}
              leftSection={<IconClock size={14} aria-hidden />}
              title={`${clock.label}, ${regime.law}: would end ${zonedText(until, zone)} (${zone}). Counsel decides.`}
              onClick={openLaw}
            >
              {regime.short}: {left}
            </Button>
          );
        })}
    </Group>
  );
}
