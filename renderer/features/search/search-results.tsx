import { Button, Group, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import type { Sample } from '#shared/domain/sample.ts';
import { counted } from '#shared/lib/counted.ts';
import { explainQueryProblem } from '#shared/search/query.ts';
import type { SearchNews } from '../../platform/sample-worker.ts';
import { columnName } from '../../storage/samples.ts';
import { useListKeys } from '../../ui/list-keys/use-list-keys.ts';
import { MaskedValue } from '../../ui/masked-value/masked-value.tsx';
import { Problem } from '../../ui/problem/problem.tsx';
import type { NamedSample } from './scope.ts';
import type { SearchState } from './search-state.ts';

/** Opens the rows of a sample that a run found. */
export type ShowRows = (sample: Sample, searchId: string) => void;

function SampleHits({
  sample,
  news,
  show,
}: {
  readonly sample: Sample;
  readonly news: SearchNews;
  readonly show: () => void;
}): ReactNode {
  const places = news.columns.map(
    ({ column, cells }) => `${columnName(sample, column)}: ${cells.toLocaleString('en')}`,
  );
  return (
    <section aria-label={sample.name}>
      <Group gap="sm" mb={4}>
        <Text fw={600}>{sample.name}</Text>
        <Text size="sm">{counted(news.rows, 'row')}</Text>
        <Button size="compact-sm" variant="default" data-list-item onClick={show}>
          Show rows
        </Button>
        <Text size="xs" c="dimmed">
          {places.join(' · ')}
        </Text>
      </Group>
      <Table verticalSpacing={2} withRowBorders={false} aria-label={`First hits in ${sample.name}`}>
        <Table.Tbody>
          {news.hits.map(({ row, column, cell }) => (
            <Table.Tr key={`${row}|${column}`}>
              <Table.Td w={110}>Row {(row + 1).toLocaleString('en')}</Table.Td>
              <Table.Td w={180}>{columnName(sample, column)}</Table.Td>
              <Table.Td>
                <MaskedValue text={cell.text} disclosure={cell.masked ? 'masked' : 'ordinary'} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function byCase(samples: readonly NamedSample[]): ReadonlyMap<string, readonly NamedSample[]> {
  const grouped = new Map<string, NamedSample[]>();
  for (const named of samples) {
    const { caseId } = named.sample;
    grouped.set(caseId, [...(grouped.get(caseId) ?? []), named]);
  }
  return grouped;
}

/** How far the search is, or how it ended. */
function summarise({ news, samples, outcome }: SearchState): string {
  const found = [...news.values()].filter(({ rows }) => rows > 0);
  const rows = found.reduce((sum, sample) => sum + sample.rows, 0);
  const what = rows === 0 ? 'No row' : counted(rows, 'row');
  const where = rows === 0 ? `in ${counted(samples.length, 'sample')}` : `in ${counted(found.length, 'sample')}`;
  if (outcome === null) {
    return `Searching: ${what.toLowerCase()} ${where} so far.`;
  }
  if (!outcome.ok) {
    return '';
  }
  const seconds = (outcome.value.milliseconds / 1000).toFixed(2);
  switch (outcome.value.kind) {
    case 'complete':
      return `${what} ${where}, ${seconds} s.`;
    case 'cancelled':
      return `Stopped: ${what.toLowerCase()} ${where} until then.`;
    case 'out-of-time':
      return `The search took too long and stopped after ${seconds} s: ${what.toLowerCase()} ${where} until then. Choose a smaller scope or fewer columns.`;
  }
}

function shareRead({ news, samples }: SearchState): number {
  const read = samples.map(({ sample }) => {
    const { blocksRead, blocks } = news.get(sample.id) ?? { blocksRead: 0, blocks: 1 };
    return blocks === 0 ? 1 : blocksRead / blocks;
  });
  return samples.length === 0 ? 1 : read.reduce((sum, share) => sum + share, 0) / samples.length;
}

/** What a search found, case by case and sample by sample, while it is found. */
export function SearchResults({
  state,
  showRows,
}: {
  readonly state: SearchState;
  readonly showRows: ShowRows;
}): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const { outcome, failure, samples, news, searchId } = state;
  const purged = samples.filter(({ sample }) => sample.purgedAt !== null);
  const groups = [...byCase(samples.filter(({ sample }) => (news.get(sample.id)?.rows ?? 0) > 0)).values()];
  const milliseconds = outcome?.ok === true ? Math.round(outcome.value.milliseconds) : null;
  return (
    <section aria-label="Results" data-state={outcome === null ? 'running' : 'done'} data-milliseconds={milliseconds}>
      {failure !== null && (
        <Problem title="The search broke off">
          {failure instanceof Error ? failure.message : String(failure)} Nothing was changed. Run it again.
        </Problem>
      )}
      {outcome?.ok === false && <Problem title="Not searched">{explainQueryProblem(outcome.error)}</Problem>}
      <Text size="sm" role="status" mb="sm">
        {failure === null && summarise(state)}
      </Text>
      {outcome === null && <Progress value={shareRead(state) * 100} mb="sm" aria-label="Searched so far" />}
      {purged.length > 0 && (
        <Text size="sm" mb="sm">
          {counted(purged.length, 'sample')} without rows (purged) {purged.length === 1 ? 'was' : 'were'} left out.
          “Look up a list” can ask their fingerprints.
        </Text>
      )}
      <Stack ref={list}>
        {groups.map((group) => (
          <Stack key={group[0]?.sample.caseId} gap="sm">
            <Title order={2} size="h4">
              {group[0]?.caseTitle}
            </Title>
            {group.map(({ sample }) => {
              const found = news.get(sample.id);
              return (
                found !== undefined && (
                  <SampleHits key={sample.id} sample={sample} news={found} show={() => showRows(sample, searchId)} />
                )
              );
            })}
          </Stack>
        ))}
      </Stack>
    </section>
  );
}
