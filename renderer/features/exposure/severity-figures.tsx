import { Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { type SeverityBand, severityBands } from '#shared/expose/severity.ts';
import { bandWords } from '#shared/expose/severity-words.ts';
import type { RecordedCase } from '../../storage/case-records.ts';
import { bandsOf } from '../../storage/case-severity.ts';
import { FigureCard } from '../../ui/figure-card/figure-card.tsx';

/** How severe the open cases are, as decided or else as proposed. */
export function SeverityFigures({ recorded }: { readonly recorded: readonly RecordedCase[] }): ReactNode {
  const bands = useMemo(() => [...bandsOf(recorded.filter(({ of }) => of.status === 'open')).values()], [recorded]);
  const counted = (band: SeverityBand): number => bands.filter((found) => found === band).length;
  const unknown = bands.filter((found) => found === null).length;
  const scored = severityBands
    .toReversed()
    .map((band) => ({ label: bandWords[band], value: counted(band), to: `/cases?status=open&severity=${band}` }));
  const notScored = { label: 'Not scored', value: unknown, to: '/cases?status=open&severity=unscored' };
  return (
    <FigureCard title="Severity of open cases" figures={unknown > 0 ? [...scored, notScored] : scored}>
      {unknown > 0 && (
        <Text size="xs" c="dimmed" mt={6}>
          Not scored: no sample shows data yet, or its rows are not counted.
        </Text>
      )}
    </FigureCard>
  );
}
