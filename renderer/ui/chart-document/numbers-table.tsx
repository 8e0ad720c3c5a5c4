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
  const shown = facts.columns.flatMap(({ label: name, isFigure, isFileOnly }, at) =>
    isFileOnly === true ? [] : [{ name, at, side: isFigure ? 'right' : 'left' } as const],
  );
  return (
    <Table verticalSpacing={2} aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          {shown.map(({ name, side }) => (
            <Table.Th key={name} ta={side}>
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {facts.rows.map(({ key, cells }) => (
          <Table.Tr key={key}>
            {shown.map(({ name, at, side }) => (
              <Table.Td key={name} ta={side}>
                <Cell cell={cells[at] ?? { value: null }} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
