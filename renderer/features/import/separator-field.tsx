import { Group, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { separatorLabel, separatorNames } from '#shared/parse/describe-dialect.ts';

const other = 'other';

/** Tabs and the like cannot be typed into a field: there they are written as in most programming languages. */
function shown(separator: string): string {
  return separator.replaceAll('\t', '\\t').replaceAll('\u0001', '\\x01');
}

function meant(typed: string): string {
  return typed.replaceAll('\\t', '\t').replaceAll('\\x01', '\u0001');
}

type SeparatorFieldProps = { readonly value: string; readonly choose: (separator: string) => void };

/** The separator: a usual one, or any other of one to eight characters. */
export function SeparatorField({ value, choose }: SeparatorFieldProps): ReactNode {
  const isUsual = separatorNames.some(({ separator }) => separator === value);
  const [isOther, setIsOther] = useState(false);
  const isOpen = isOther || !isUsual;
  return (
    <Group gap={6} wrap="nowrap" align="end">
      <Select
        size="xs"
        label="Separator"
        data={[
          ...separatorNames.map(({ separator }) => ({ value: separator, label: separatorLabel(separator) })),
          { value: other, label: 'another…' },
        ]}
        value={isOpen ? other : value}
        allowDeselect={false}
        w={126}
        onChange={(chosen) => {
          setIsOther(chosen === other);
          if (chosen !== null && chosen !== other) {
            choose(chosen);
          }
        }}
      />
      {isOpen && (
        <TextInput
          size="xs"
          aria-label="Separator, as in the file"
          placeholder="such as ~ or \t"
          defaultValue={isUsual ? '' : shown(value)}
          maxLength={8}
          w={110}
          autoFocus={isOther}
          onChange={({ currentTarget }) => {
            if (currentTarget.value !== '') {
              choose(meant(currentTarget.value));
            }
          }}
        />
      )}
    </Group>
  );
}
