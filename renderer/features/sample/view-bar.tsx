import { Badge, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Sample } from '#shared/domain/sample.ts';
import { storedRows } from '#shared/expose/basis.ts';
import { labelOf } from '#shared/packs/field-types.ts';
import type { RowView } from '../../platform/sample-worker.ts';

type ViewBarProps = {
  readonly view: RowView;
  readonly rows: number | null;
  readonly sample: Sample;
  readonly showAll: () => void;
};

/** Which rows are shown, and the way back to all of them. */
export function ViewBar({ view, rows, sample, showAll }: ViewBarProps): ReactNode {
  const all = sample.rows.toLocaleString('en');
  if (view.kind === 'all') {
    return <Text size="sm">{storedRows(sample)}</Text>;
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
