import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { counted } from '#shared/lib/counted.ts';
import { mostValues, readValueList, type ValueList } from '#shared/search/value-list.ts';
import { FileDrop } from '../../ui/file-drop/file-drop.tsx';
import { LookUpResults } from './look-up-results.tsx';
import { cancelLookUp, startLookUp, useLookUp } from './look-up-state.ts';
import { caseOfScope, type NamedSample, type SearchOrigin, samplesInScope, scopesFrom, usualScope } from './scope.ts';
import { ScopeField } from './scope-field.tsx';
import type { ShowRows } from './search-results.tsx';

/** The text of a dropped list: UTF-8, or else GB18030, which Chinese spreadsheets still write. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function describe({ values, repeated, left }: ValueList): string {
  const parts = [
    counted(values.length, 'value'),
    ...(repeated > 0 ? [`${repeated.toLocaleString('en')} repeated`] : []),
    ...(left > 0
      ? [`${left.toLocaleString('en')} left out: too long, or beyond the first ${mostValues.toLocaleString('en')}`]
      : []),
  ];
  return `${parts.join('; ')}.`;
}

type LookUpTabProps = {
  readonly samples: readonly NamedSample[];
  readonly origin: SearchOrigin;
  readonly showRows: ShowRows;
};

/** Looks a client's values up: customers, domains, phones. */
export function LookUpTab({ samples, origin, showRows }: LookUpTabProps): ReactNode {
  const offered = scopesFrom(origin);
  const [scope, setScope] = useState(usualScope(origin));
  const [text, setText] = useState('');
  const state = useLookUp();
  const running = state !== null && state.end === null;
  const list = useMemo(() => readValueList(text), [text]);
  const inScope = samplesInScope(samples, scope, origin);
  return (
    <>
      <Stack gap="xs" mb="md" maw={720}>
        <FileDrop
          label="Drop a list here"
          hint="Text or CSV, one value a line; of a CSV its first column."
          accept=".txt,.csv,text/plain,text/csv"
          onFile={(file) => void textOf(file).then(setText)}
        />
        <Textarea
          label="Or paste it"
          description="Phones, e-mail addresses, ids, names; example.com finds every address of that domain."
          data-search
          autosize
          minRows={4}
          maxRows={10}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group align="end">
          <ScopeField offered={offered} value={scope} onChange={setScope} />
          {running ? (
            <Button variant="default" onClick={cancelLookUp}>
              Cancel
            </Button>
          ) : (
            <Button
              disabled={list.values.length === 0}
              onClick={() => void startLookUp(list.values, inScope, caseOfScope(scope, origin))}
            >
              Look up
            </Button>
          )}
          <Text size="sm">{describe(list)} That it was looked up is written down, not the values.</Text>
        </Group>
      </Stack>
      {state !== null && <LookUpResults state={state} showRows={showRows} />}
    </>
  );
}
