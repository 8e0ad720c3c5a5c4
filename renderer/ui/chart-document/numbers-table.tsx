import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ChartCell, ChartFacts } from './chart-facts.ts';

function Cell({ cell: { value, text, open } }: { readonly cell: ChartCell }): ReactNode {
  const shown = text ?? (typeof value === 'number' ? value.toLocaleString('en') : (value ?? ''));
  return open === undefined ? (
    shown
  ) : (
    <Button variant="subtle" size="compact-sm" onClick={open} ff="monospace">
      {shown}
    </Button>
  );
}

/** The numbers of a chart. They are its way for screen readers, and each opens what is behind it. */
export function NumbersTable({ facts, label }: { readonly facts: ChartFacts; readonly label: string }): ReactNode {
  const sides = facts.columns.map(({ isFigure }) => (isFigure ? 'right' : 'left'));
  return (
    <Table verticalSpacing={2} aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          {facts.columns.map(({ label: name }, at) => (
            <Table.Th key={name} ta={sides[at] ?? 'left'}>
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {facts.rows.map(({ key, cells }) => (
          <Table.Tr key={key}>
            {cells.map((cell, at) => (
              <Table.Td key={facts.columns[at]?.label} ta={sides[at] ?? 'left'}>
                <Cell cell={cell} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
