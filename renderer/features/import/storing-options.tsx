import { Checkbox, Group, NumberInput, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** How much is stored, and whether the file itself is kept. */
export type StoringChoice = {
  readonly rowLimit: number;
  readonly selectedRows: number;
  readonly keepOriginal: boolean;
};

/** What holds unless the analyst says otherwise. */
export const usualStoring: StoringChoice = { rowLimit: 5_000_000, selectedRows: 100_000, keepOriginal: false };

type StoringOptionsProps = { readonly choice: StoringChoice; readonly choose: (choice: StoringChoice) => void };

function whole(value: string | number, least: number): number {
  return Math.max(least, Math.round(Number(value)) || least);
}

/** What of the file is stored. */
export function StoringOptions({ choice, choose }: StoringOptionsProps): ReactNode {
  return (
    <Stack gap={6} role="group" aria-label="What is stored">
      <Group gap="sm" align="end">
        <NumberInput
          size="xs"
          label="Store at most (rows of a table)"
          value={choice.rowLimit}
          min={1}
          step={1_000_000}
          thousandSeparator=","
          allowDecimal={false}
          w={200}
          onChange={(value) => choose({ ...choice, rowLimit: whole(value, 1) })}
        />
        <NumberInput
          size="xs"
          label="Beyond that keep a random selection of"
          value={choice.selectedRows}
          min={1}
          step={10_000}
          thousandSeparator=","
          allowDecimal={false}
          w={260}
          onChange={(value) => choose({ ...choice, selectedRows: whole(value, 1) })}
        />
        <Checkbox
          size="xs"
          label="Keep the original file, encrypted, as evidence"
          checked={choice.keepOriginal}
          mb={6}
          onChange={({ currentTarget }) => choose({ ...choice, keepOriginal: currentTarget.checked })}
        />
      </Group>
      <Text size="xs" c="dimmed">
        A table with more rows is profiled: all its rows are read and counted, and the selection is stored.
      </Text>
    </Stack>
  );
}
