import { Button, Checkbox, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { counted } from '#shared/lib/counted.ts';
import type { PreviewedTable } from '../../platform/sample-worker.ts';
import classes from './wizard.module.css';

/** Which tables are imported: all but those left out, and whether those further on in the file too. */
export type TableChoice = { readonly leftOut: readonly string[]; readonly withLater: boolean };

type TablePickerProps = {
  readonly tables: readonly PreviewedTable[];
  readonly isWhole: boolean;
  readonly choice: TableChoice;
  readonly choose: (choice: TableChoice) => void;
  /** The table whose rows are shown. */
  readonly shown: string;
  readonly show: (name: string) => void;
  /** Reads more of the file to find further tables; null when that makes no sense. */
  readonly lookFurther: (() => void) | null;
};

function facts({ columns, rowsSeen, hasNames }: PreviewedTable, isWhole: boolean): string {
  const names = hasNames ? `: ${columns.map(({ header }) => header.text).join(', ')}` : '';
  return `${counted(rowsSeen, 'row')}${isWhole ? '' : ' seen'}, ${counted(columns.length, 'column')}${names}`;
}

/** The tables of a dump or a workbook, to be ticked. */
export function TablePicker(props: TablePickerProps): ReactNode {
  const { tables, isWhole, choice, choose, shown, show, lookFurther } = props;
  const { leftOut } = choice;
  const tick = (name: string, isTicked: boolean): void => {
    const others = leftOut.filter((other) => other !== name);
    choose({ ...choice, leftOut: isTicked ? others : [...others, name] });
  };
  return (
    <Stack gap={4} role="group" aria-label="Tables">
      <Text fw={600} size="sm">
        Tables
      </Text>
      <Stack gap={2} mah={150} style={{ overflow: 'auto' }}>
        {tables.map((table) => (
          <Group key={table.name} gap="xs" wrap="nowrap">
            <Checkbox
              aria-label={`Import ${table.name}`}
              checked={!leftOut.includes(table.name)}
              onChange={({ currentTarget }) => tick(table.name, currentTarget.checked)}
            />
            <UnstyledButton
              className={classes['choose'] ?? ''}
              w="auto"
              aria-pressed={table.name === shown}
              title="Show its rows"
              onClick={() => show(table.name)}
            >
              <Text size="sm" fw={600} ff="monospace" component="span">
                {table.name}
              </Text>
            </UnstyledButton>
            <Text size="sm" c="dimmed" truncate>
              {facts(table, isWhole)}
            </Text>
          </Group>
        ))}
      </Stack>
      {!isWhole && (
        <Group gap="sm">
          <Checkbox
            label="Also tables found later in the file"
            checked={choice.withLater}
            onChange={({ currentTarget }) => choose({ ...choice, withLater: currentTarget.checked })}
          />
          {lookFurther !== null && (
            <Button variant="default" size="compact-sm" onClick={lookFurther}>
              Look further for tables
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}
