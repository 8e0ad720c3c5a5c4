import { Button, Checkbox, Group, MultiSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { fieldTypeIdSchema, unknownFieldType } from '#shared/domain/field-type-id.ts';
import { knownTypes, labelOf } from '#shared/packs/field-types.ts';
import { queryKinds, type SearchQuery } from '#shared/search/query.ts';
import type { NamedSample, Scope } from './scope.ts';
import { ScopeField } from './scope-field.tsx';

const kindLabels: Readonly<Record<SearchQuery['kind'], string>> = {
  contains: 'Contains',
  exact: 'Exact value',
  pattern: 'Pattern',
};

const hints: Readonly<Record<SearchQuery['kind'], string>> = {
  contains: 'Finds the characters anywhere in a cell.',
  exact: 'Finds the whole value, however it is written: blanks, full-width digits and +86 make no difference.',
  pattern: 'A regular expression (RE2 syntax): \\d digit, \\p{Han} Chinese character, ^ and $ the ends of a cell.',
};

const emptyQuery: SearchQuery = { kind: 'contains', text: '', matchCase: false, fieldTypes: [] };

/** The types that columns of these samples hold, in the order of the taxonomy. */
function typesOf(samples: readonly NamedSample[]): { readonly value: string; readonly label: string }[] {
  const held = new Set(samples.flatMap(({ columnTypes }) => columnTypes));
  const ids = [...knownTypes().map(({ id }) => id), unknownFieldType].filter((id) => held.has(id));
  return ids.map((id) => ({ value: id, label: labelOf(id) }));
}

type SearchFormProps = {
  readonly last: SearchQuery | null;
  readonly samples: readonly NamedSample[];
  readonly offered: readonly Scope[];
  readonly scope: Scope;
  readonly setScope: (scope: Scope) => void;
  readonly running: boolean;
  readonly search: (query: SearchQuery) => void;
  readonly cancel: () => void;
};

/** What is searched for, how and where. */
export function SearchForm(props: SearchFormProps): ReactNode {
  const { last, samples, offered, scope, setScope, running, search, cancel } = props;
  const [query, setQuery] = useState<SearchQuery>(last ?? emptyQuery);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const change = (part: Partial<SearchQuery>): void => setQuery((before) => ({ ...before, ...part }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        search(query);
      }}
    >
      <Stack gap="xs" mb="md">
        <Group gap="sm" align="end">
          <TextInput
            ref={field}
            label="Search for"
            data-search
            autoComplete="off"
            spellCheck={false}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={query.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
            w={420}
          />
          <ScopeField offered={offered} value={scope} onChange={setScope} />
          {running ? (
            <Button variant="default" onClick={cancel}>
              Cancel
            </Button>
          ) : (
            <Button type="submit">Search</Button>
          )}
        </Group>
        <Group gap="md" align="end">
          <SegmentedControl
            aria-label="How the words are meant"
            data={queryKinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
            value={query.kind}
            onChange={(chosen) => change({ kind: queryKinds.find((kind) => kind === chosen) ?? query.kind })}
          />
          <MultiSelect
            aria-label="Only in columns that hold"
            placeholder={query.fieldTypes.length === 0 ? 'All columns' : ''}
            data={typesOf(samples)}
            value={query.fieldTypes.map(String)}
            searchable
            clearable
            w={320}
            onChange={(chosen) => change({ fieldTypes: chosen.map((id) => fieldTypeIdSchema.parse(id)) })}
          />
          <Checkbox
            label="Match case"
            checked={query.matchCase}
            onChange={(event) => change({ matchCase: event.currentTarget.checked })}
            mb={8}
          />
        </Group>
        <Text size="xs" c="dimmed">
          {hints[query.kind]} Values stay masked; the search is not written down.
        </Text>
      </Stack>
    </form>
  );
}
