import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { type SeverityBand, severityBands } from '#shared/expose/severity.ts';
import { bandWords } from '#shared/expose/severity-words.ts';
import { bandsOfCases } from '../../storage/case-severity.ts';
import { allCases } from '../../storage/cases.ts';
import { useStored } from '../../storage/live.ts';
import { FigureCard } from '../../ui/figure-card/figure-card.tsx';

async function bandsOfOpenCases(): Promise<readonly (SeverityBand | null)[]> {
  const bands = await bandsOfCases();
  const open = (await allCases()).filter(({ status }) => status === 'open');
  return open.map(({ id }) => bands.get(id) ?? null);
}

/** How severe the open cases are, as decided or else as proposed. */
export function SeverityFigures(): ReactNode {
  const bands = useStored(bandsOfOpenCases, []);
  if (bands === undefined) {
    return null;
  }
  const counted = (band: SeverityBand): number => bands.filter((found) => found === band).length;
  const unknown = bands.filter((found) => found === null).length;
  return (
    <FigureCard
      title="Severity of open cases"
      figures={severityBands
        .toReversed()
        .map((band) => ({ label: bandWords[band], value: counted(band), to: `/cases?status=open&severity=${band}` }))}
    >
      {unknown > 0 && (
        <Text size="xs" c="dimmed" mt={6}>
          {unknown} not scored: no sample shows data yet.
        </Text>
      )}
    </FigureCard>
  );
}
