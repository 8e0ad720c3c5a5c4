import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { bandStarts, highestScore, type Severity, type SeverityBand, severityBands } from '#shared/expose/severity.ts';
import { bandMeanings, bandPresumptions, bandWords, formulaText, scoreText } from '#shared/expose/severity-words.ts';
import classes from './severity.module.css';

/** How wide a band is on the scale. */
function widthOf(band: SeverityBand): number {
  const above = severityBands[severityBands.indexOf(band) + 1];
  return (above === undefined ? highestScore : bandStarts[above]) - bandStarts[band];
}

function Scale({ severity }: { readonly severity: Severity }): ReactNode {
  const { score, band } = severity;
  const words = severityBands.map((name) => `${bandWords[name].toLowerCase()} from ${bandStarts[name]}`).join(', ');
  return (
    <div
      role="img"
      aria-label={`${scoreText(score)} on a scale from 0 to ${highestScore}: ${words}`}
      className={classes['scale']}
    >
      {severityBands.map((name) => (
        <div key={name} className={classes['band']} data-current={name === band} style={{ flexGrow: widthOf(name) }}>
          {bandWords[name]}
        </div>
      ))}
      <div className={classes['mark']} style={{ left: `${(score / highestScore) * 100}%` }} />
    </div>
  );
}

function distances({ next, below }: Severity): string {
  const up =
    next === null
      ? 'No band lies above.'
      : `${scoreText(next.distance)} are missing to ${bandWords[next.band].toLowerCase()}.`;
  const down =
    below === null
      ? ''
      : below.distance === 0
        ? ` It lies on the bound to ${bandWords[below.band].toLowerCase()}: anything less would be that.`
        : ` It lies ${scoreText(below.distance)} above the bound to ${bandWords[below.band].toLowerCase()}.`;
  return up + down;
}

/** A severity in one look: score, band, how it is made up, how near the neighbours are and what the band means. */
export function SeverityScore({
  severity,
  isDecided,
}: {
  readonly severity: Severity;
  readonly isDecided: boolean;
}): ReactNode {
  const { score, band, isNearBound } = severity;
  return (
    <Stack gap={6} component="section" aria-label="Severity">
      <Group gap="sm" align="baseline">
        <Title order={2}>
          {bandWords[band]}, {scoreText(score)}
        </Title>
        <Text size="sm" ff="monospace">
          {formulaText(severity)}
        </Text>
        <Badge color="gray" variant="outline" tt="none" c="var(--mantine-color-text)">
          {isDecided ? 'with your changes' : 'as proposed'}
        </Badge>
        {isNearBound && (
          <Badge color="orange" variant="outline" tt="none" c="var(--mantine-color-text)">
            near a bound: one judgement decides the band
          </Badge>
        )}
      </Group>
      <Scale severity={severity} />
      <Text size="sm">{distances(severity)}</Text>
      <Text size="sm">
        {bandMeanings[band]} {bandPresumptions[band]} That is a presumption, not a rule of law.
      </Text>
    </Stack>
  );
}
