import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { outcomeWords } from '#shared/domain/assessment-words.ts';
import type { CheckFigure, CheckId, CheckResult } from '#shared/domain/check.ts';
import { counted } from '#shared/lib/counted.ts';
import { labelOf } from '#shared/packs/field-types.ts';
import { checkOf } from '#shared/verify/checks.ts';
import { columnName } from '../../storage/samples.ts';
import { IntervalBar } from '../../ui/interval-bar/interval-bar.tsx';
import { checkMeanings } from './check-notes.ts';
import { intervalWords, restsOn, scaleEnd, scaleOf, shortFigure } from './figure-words.ts';
import { OutcomeMark } from './outcome-mark.tsx';
import type { CheckedSample } from './use-checked-case.ts';
import classes from './verify.module.css';

/** Opens the rows that speak against a sample in one check. */
export type OpenAgainst = (sampleId: CheckedSample['sample']['id'], check: CheckId) => void;

function Interval({ figure }: { readonly figure: CheckFigure }): ReactNode {
  const words = intervalWords(figure);
  const { value, low, high } = figure;
  if (words === null || low === null || high === null) {
    return null;
  }
  const { from, to } = scaleOf(figure);
  return (
    <Stack gap={0} maw={320}>
      <IntervalBar {...{ value, low, high, from, to }} label={`${shortFigure(figure)}, ${words}`} />
      <Group justify="space-between" aria-hidden>
        <Text size="xs" c="dimmed">
          {scaleEnd(figure, from)}
        </Text>
        <Text size="xs" c="dimmed">
          {scaleEnd(figure, to)}
        </Text>
      </Group>
    </Stack>
  );
}

function Figure({ figure }: { readonly figure: CheckFigure }): ReactNode {
  const words = intervalWords(figure);
  return (
    <Stack gap={4} component="section" aria-label="Figure">
      <Group gap="sm" align="baseline">
        <span className={classes['large']}>{shortFigure(figure)}</span>
        <Text size="sm">{figure.name}</Text>
      </Group>
      <Text size="sm">
        {words === null ? '' : `${words}, `}
        {restsOn(figure)}
      </Text>
      <Interval figure={figure} />
    </Stack>
  );
}

function Meanings({ result }: { readonly result: CheckResult }): ReactNode {
  const meanings = checkMeanings[result.id];
  return (
    <Stack gap={4} component="section" aria-label="What the outcomes mean">
      {(['pass', 'warn', 'fail'] as const).map((outcome) => (
        <div key={outcome} className={classes['meaning']} data-current={outcome === result.outcome}>
          <OutcomeMark outcome={outcome} />
          <Text size="sm">{meanings[outcome]}</Text>
        </div>
      ))}
    </Stack>
  );
}

function Columns({ checked, result }: { readonly checked: CheckedSample; readonly result: CheckResult }): ReactNode {
  const { sample, types } = checked;
  return (
    <Stack gap={2} component="section" aria-label="Columns looked at">
      <Text fw={600} size="sm">
        Columns looked at
      </Text>
      {result.columns.length === 0 ? (
        <Text size="sm">{result.outcome === 'not-run' ? 'None.' : 'None in particular.'}</Text>
      ) : (
        <List size="sm">
          {result.columns.map((column) => (
            <List.Item key={column}>
              <Text span ff="monospace" size="sm">
                {columnName(sample, column)}
              </Text>
              {types[column] !== undefined && ` · ${labelOf(types[column])}`}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

type EvidenceProps = {
  readonly checked: CheckedSample;
  readonly result: CheckResult;
  readonly openAgainst: OpenAgainst;
};

function Against({ checked, result, openAgainst }: EvidenceProps): ReactNode {
  const { counterCount, counterRows, id } = result;
  if (counterCount === 0) {
    return null;
  }
  const isGone = checked.sample.purgedAt !== null;
  return (
    <Group gap="sm">
      <Text size="sm">
        {counted(counterCount, 'row speaks', 'rows speak')} against the sample here.
        {isGone && ' They went with the purge.'}
      </Text>
      {!isGone && counterRows.length > 0 && (
        <Button variant="default" size="compact-sm" onClick={() => openAgainst(checked.sample.id, id)}>
          Show the rows that speak against it
        </Button>
      )}
    </Group>
  );
}

/** What one check found, and what it rests on. */
export function CheckEvidence(props: EvidenceProps): ReactNode {
  const { result, checked } = props;
  return (
    <Stack gap="md">
      <Stack gap={2}>
        <Group gap="sm">
          <Title order={2}>{checkOf(result.id).title}</Title>
          <OutcomeMark outcome={result.outcome} />
        </Group>
        <Text size="sm" c="dimmed">
          {checkOf(result.id).question}
        </Text>
      </Stack>
      <Text>
        {result.outcome === 'not-run' && `${outcomeWords['not-run']}: `}
        {result.text}
      </Text>
      {result.figure !== null && <Figure figure={result.figure} />}
      <Against {...props} />
      <Meanings result={result} />
      <Columns checked={checked} result={result} />
    </Stack>
  );
}
