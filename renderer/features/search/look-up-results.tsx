import { Button, Group, Loader, Pagination, Switch, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { counted } from '#shared/lib/counted.ts';
import { ask } from '../../platform/desk.ts';
import { recordLookUpExport } from '../../storage/look-ups.ts';
import { useListKeys } from '../../ui/list-keys/use-list-keys.ts';
import { Problem } from '../../ui/problem/problem.tsx';
import { outcomesAsCsv, outcomesOf, type ValueOutcome, type ValuePlace } from './look-up-outcome.ts';
import type { LookUpState } from './look-up-state.ts';
import type { ShowRows } from './search-results.tsx';

const perPage = 50;

/** Saves the outcome; the only values in it are those that the analyst gave. */
async function saveOutcome({ caseId, values, end }: LookUpState, outcomes: readonly ValueOutcome[]): Promise<void> {
  const text = outcomesAsCsv(outcomes, end?.kind === 'complete');
  const saved = await ask('saveText', { suggestedName: 'look-up.csv', form: 'csv', text });
  if (saved.kind === 'saved') {
    await recordLookUpExport(caseId, values.length, saved.name);
    notifications.show({ message: `Saved as ${saved.name}.` });
  } else if (saved.kind === 'failed') {
    notifications.show({
      color: 'orange',
      title: 'The outcome was not saved',
      message: `${saved.name}: ${saved.detail}. An earlier file of that name is as it was. Choose another place.`,
    });
  }
}

function Place({ place, show }: { readonly place: ValuePlace; readonly show: () => void }): ReactNode {
  const { named, rows } = place;
  return (
    <Group gap="xs">
      <Text size="sm">
        {named.sample.name} ({named.caseTitle}): {rows === null ? 'probably contained' : counted(rows, 'row')}
      </Text>
      {rows !== null && (
        <Button size="compact-xs" variant="default" data-list-item onClick={show}>
          Show rows
        </Button>
      )}
    </Group>
  );
}

function summarise({ values, end }: LookUpState, found: number): string {
  if (end === null) {
    return `Looking up ${counted(values.length, 'value')}: ${found.toLocaleString('en')} found so far.`;
  }
  const what = `${found.toLocaleString('en')} of ${counted(values.length, 'value')} found`;
  return end.kind === 'complete'
    ? `${what}, ${(end.milliseconds / 1000).toFixed(2)} s.`
    : `Stopped before the end: ${what} until then.`;
}

/** How sure “probably contained” is, where any value is. */
function chanceOf({ news }: LookUpState): string | null {
  const shares = news.filter(({ probable }) => probable.values.length > 0).map(({ probable }) => probable.falseShare);
  const worst = Math.max(...shares, 0);
  return worst === 0
    ? null
    : `“Probably contained”: the rows were purged and their fingerprints say so. Of values that are not there, one in ${Math.round(1 / worst).toLocaleString('en')} would pass by chance.`;
}

/** What a look-up found, value by value. */
export function LookUpResults({
  state,
  showRows,
}: {
  readonly state: LookUpState;
  readonly showRows: ShowRows;
}): ReactNode {
  const [onlyFound, setOnlyFound] = useState(false);
  const [page, setPage] = useState(1);
  const list = useRef<HTMLTableSectionElement>(null);
  useListKeys(list);
  const outcomes = useMemo(() => outcomesOf(state), [state]);
  const found = outcomes.filter(({ places }) => places.length > 0);
  const shown = onlyFound ? found : outcomes;
  const pages = Math.max(1, Math.ceil(shown.length / perPage));
  const at = Math.min(page, pages);
  const chance = chanceOf(state);
  const { failure, end } = state;
  return (
    <section aria-label="Outcome" data-state={end === null ? 'running' : 'done'} data-milliseconds={end?.milliseconds}>
      {failure !== null && (
        <Problem title="The look-up broke off">
          {failure instanceof Error ? failure.message : String(failure)} Nothing was changed. Run it again.
        </Problem>
      )}
      <Group mb="sm">
        {end === null && <Loader size="xs" role="status" aria-label="Looking up" />}
        <Text size="sm" role="status">
          {failure === null && summarise(state, found.length)}
        </Text>
        <Switch
          label="Only found"
          checked={onlyFound}
          onChange={(event) => setOnlyFound(event.currentTarget.checked)}
        />
        {end !== null && failure === null && (
          <Button size="compact-sm" variant="default" onClick={() => void saveOutcome(state, outcomes)}>
            Save as CSV…
          </Button>
        )}
      </Group>
      {chance !== null && (
        <Text size="sm" mb="sm">
          {chance}
        </Text>
      )}
      <Table verticalSpacing={4} aria-label="Values">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Value as given</Table.Th>
            <Table.Th>Found in</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={list}>
          {shown.slice((at - 1) * perPage, at * perPage).map(({ value, places }) => (
            <Table.Tr key={value}>
              <Table.Td ff="monospace">{value}</Table.Td>
              <Table.Td>
                {places.length === 0 && (end?.kind === 'complete' ? 'Not found' : 'Not found so far')}
                {places.map((place) => (
                  <Place
                    key={place.named.sample.id}
                    place={place}
                    show={() => showRows(place.named.sample, state.searchId)}
                  />
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {pages > 1 && (
        <Pagination
          mt="sm"
          total={pages}
          value={at}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': control })}
        />
      )}
    </section>
  );
}
