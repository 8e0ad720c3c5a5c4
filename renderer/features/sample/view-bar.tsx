import { Badge, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Sample } from '#shared/domain/sample.ts';
import { storedRows } from '#shared/expose/basis.ts';
import { kindFigureRule } from '#shared/expose/kind-figure.ts';
import { periodText } from '#shared/expose/over-time.ts';
import { personFigureRule } from '#shared/expose/person-figure.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import { labelOf } from '#shared/packs/field-types.ts';
import type { RowView } from '../../platform/sample-worker.ts';

type ViewBarProps = {
  readonly view: RowView;
  readonly rows: number | null;
  readonly sample: Sample;
  readonly showAll: () => void;
};

function nameOf(view: Exclude<RowView, { kind: 'all' }>): string {
  switch (view.kind) {
    case 'search':
      return 'Found by the search';
    case 'behind-bar':
      return `${labelOf(view.fieldType)}: ${view.layer}`;
    case 'of-kinds':
      return kindFigureRule(view.figure);
    case 'in-period':
      return `${labelOf(view.fieldType)}: ${periodText(view.period)}`;
    case 'of-persons':
      return personFigureRule(view.figure);
    case 'against':
      return view.total > view.rows.length
        ? `Speak against it: ${view.check}, the first ${view.rows.length.toLocaleString('en')} of ${view.total.toLocaleString('en')}`
        : `Speak against it: ${view.check}`;
    default:
      return assertNever(view);
  }
}

/** Which rows are shown, and the way back to all of them. */
export function ViewBar({ view, rows, sample, showAll }: ViewBarProps): ReactNode {
  const all = sample.rows.toLocaleString('en');
  if (view.kind === 'all') {
    return <Text size="sm">{storedRows(sample)}</Text>;
  }
  return (
    <Group gap="xs">
      <Badge variant="light" tt="none" size="lg">
        {nameOf(view)}
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
