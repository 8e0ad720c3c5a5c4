import { Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { againstBaseline, type BaselineLine } from '#shared/expose/against-baseline.ts';
import type { ExposureRow } from '#shared/expose/exposure.ts';
import { breachBaseline } from '#shared/packs/breach-baseline.ts';

const hereWords: Readonly<Record<BaselineLine['here'], string>> = {
  seen: 'seen',
  claimed: 'claimed only',
  neither: 'no',
};

/** What a leak exposes beside public breaches, with the source of their figures and what is not sure about it. */
export function BaselineTable({ rows }: { readonly rows: readonly ExposureRow[] }): ReactNode {
  const { breaches, source, readAt, uncertain } = breachBaseline;
  return (
    <Stack gap={4}>
      <Text fw={600} size="sm">
        Beside {breaches.toLocaleString('en')} public breaches
      </Text>
      <Table verticalSpacing={2} horizontalSpacing={4} aria-label="Beside public breaches">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Class of data</Table.Th>
            <Table.Th>Here</Table.Th>
            <Table.Th ta="right">There</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {againstBaseline(rows).map(({ dataClass, here, by, share }) => (
            <Table.Tr key={dataClass}>
              <Table.Td>{dataClass}</Table.Td>
              <Table.Td title={by.join(', ')}>{hereWords[here]}</Table.Td>
              <Table.Td ta="right">{Math.round(share * 100)} %</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed">
        {source}, read {readAt}. {uncertain}
      </Text>
    </Stack>
  );
}
