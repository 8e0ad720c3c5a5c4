import { List, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { genericMask } from '#shared/classify/masks.ts';
import { counted } from '#shared/lib/counted.ts';
import { compileWhole } from '#shared/lib/pattern.ts';
import { MaskedValue } from '../../ui/masked-value/masked-value.tsx';

/** So many values that fail are shown. */
const shownFailures = 5;

function outcomeOf(values: readonly string[], failed: readonly string[]): string {
  if (failed.length === 0) {
    return values.length === 1 ? 'The value matches.' : `All ${counted(values.length, 'value')} match.`;
  }
  return `${(values.length - failed.length).toLocaleString('en')} of ${counted(values.length, 'value')} match. Not matched:`;
}

/** Tries a pattern on pasted values. They stay in this field: nothing of them is kept, and those that fail are shown masked. */
export function PatternTrial({ pattern }: { readonly pattern: string }): ReactNode {
  const [pasted, setPasted] = useState('');
  const compiled = pattern === '' ? null : compileWhole(pattern);
  const values = pasted
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const failed = compiled?.ok === true ? values.filter((value) => !compiled.value(value)) : [];
  return (
    <Stack gap={4}>
      <Textarea
        label="Try the pattern"
        description="Paste values, one a line. They are not kept."
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={6}
        spellCheck={false}
        autoComplete="off"
      />
      {compiled?.ok === true && values.length > 0 && (
        <div role="status">
          <Text size="sm">{outcomeOf(values, failed)}</Text>
          {failed.length > 0 && (
            <List size="sm">
              {[...new Set(failed)].slice(0, shownFailures).map((value) => (
                <List.Item key={value}>
                  <MaskedValue text={genericMask(value)} disclosure="masked" />
                </List.Item>
              ))}
            </List>
          )}
        </div>
      )}
    </Stack>
  );
}
