import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ChartCell, ChartFacts } from './chart-facts.ts';

function textOf({ value, text }: ChartCell): string {
  return text ?? (typeof value === 'number' ? value.toLocaleString('en') : (value ?? ''));
}

type CellProps = {
  readonly cell: ChartCell;
  /** Of what the cell is: its row and its column. */
  readonly of: string;
};

function Cell({ cell, of }: CellProps): ReactNode {
  const shown = textOf(cell);
  return cell.open === undefined ? (
    shown
  ) : (
    <Button variant="subtle" size="compact-sm" onClick={cell.open} ff="monospace" aria-label={`${of}: ${shown}`}>
      {shown}
    </Button>
  );
}

/** The numbers of a chart. They are its way for screen readers, and each opens what is behind it. */
export function NumbersTable({ facts, label }: { readonly facts: ChartFacts; readonly label: string }): ReactNode {
  const shown = facts.columns.flatMap(({ label: name, isFigure, isName, isFileOnly }, at) =>
    isFileOnly === true
      ? []
      : [{ name, at, namesRow: at === 0 || isName === true, side: isFigure ? 'right' : 'left' } as const],
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
        {facts.rows.map(({ key, cells }) => {
          const cellAt = (at: number): ChartCell => cells[at] ?? { value: null };
          const row = shown.flatMap(({ at, namesRow }) => (namesRow ? [textOf(cellAt(at))] : [])).join(', ');
          return (
            <Table.Tr key={key}>
              {shown.map(({ name, at, namesRow, side }) =>
                namesRow ? (
                  <Table.Th key={name} scope="row" ta={side} fw="normal">
                    {textOf(cellAt(at))}
                  </Table.Th>
                ) : (
                  <Table.Td key={name} ta={side}>
                    <Cell cell={cellAt(at)} of={`${row}, ${name}`} />
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
