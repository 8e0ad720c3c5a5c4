import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ExposureRow } from '#shared/expose/exposure.ts';
import { exposureLayers } from '#shared/expose/series.ts';

type ExposureTableProps = {
  readonly rows: readonly ExposureRow[];
  readonly open: (fieldType: string, layer: string) => void;
};

function Figure({
  value,
  estimate,
  open,
}: {
  readonly value: number;
  readonly estimate: boolean;
  readonly open: () => void;
}): ReactNode {
  const text = `${estimate ? '≈ ' : ''}${value.toLocaleString('en')}`;
  return value === 0 ? (
    <span>0</span>
  ) : (
    <Button variant="subtle" size="compact-sm" onClick={open} ff="monospace">
      {text}
    </Button>
  );
}

/** The figures of the chart as a table; each opens the rows behind it. */
export function ExposureTable({ rows, open }: ExposureTableProps): ReactNode {
  return (
    <Table verticalSpacing={2} aria-label="Exposure by field type">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Field type</Table.Th>
          <Table.Th>Claimed</Table.Th>
          <Table.Th ta="right">Filled</Table.Th>
          <Table.Th ta="right">Valid</Table.Th>
          <Table.Th ta="right">Distinct</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.fieldType}>
            <Table.Td>{row.label}</Table.Td>
            <Table.Td>{row.claimed ? (row.filled > 0 ? 'yes, and seen' : 'yes, not seen') : 'no'}</Table.Td>
            {exposureLayers.map((layer) => (
              <Table.Td key={layer} ta="right">
                <Figure
                  value={row[layer]}
                  estimate={layer === 'distinct' && row.distinctIsEstimate}
                  open={() => open(row.fieldType, layer)}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
