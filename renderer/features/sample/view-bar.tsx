import { Badge, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { counted } from '#shared/lib/counted.ts';
import { labelOf } from '#shared/packs/field-types.ts';
import type { RowView } from '../../platform/sample-worker.ts';

type ViewBarProps = {
  readonly view: RowView;
  readonly rows: number | null;
  readonly of: number;
  readonly showAll: () => void;
};

/** Which rows are shown, and the way back to all of them. */
export function ViewBar({ view, rows, of, showAll }: ViewBarProps): ReactNode {
  const all = of.toLocaleString('en');
  if (view.kind === 'all') {
    return <Text size="sm">{counted(of, 'row')}</Text>;
  }
  return (
    <Group gap="xs">
      <Badge variant="light" tt="none" size="lg">
        {view.kind === 'search' ? 'Found by the search' : `${labelOf(view.fieldType)}: ${view.layer}`}
      </Badge>
      <Text size="sm" role="status">
        {rows === null ? 'Finding the rows…' : `${rows.toLocaleString('en')} of ${all} rows`}
      </Text>
      <Button variant="default" size="compact-sm" onClick={showAll}>
        Show all rows
      </Button>
    </Group>
  );
}
