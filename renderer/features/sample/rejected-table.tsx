import { Button, Table } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { Sample } from '#shared/domain/sample.ts';
import { explainReason } from '#shared/parse/explain-reason.ts';
import { type MaskedRejected, type RejectedView, sampleWorker } from '../../platform/sample-worker.ts';
import { recordRejectedReveal } from '../../storage/samples.ts';
import { MaskedValue } from '../../ui/masked-value/masked-value.tsx';
import classes from './rejected-table.module.css';

type RejectedTableProps = {
  readonly sample: Sample;
  readonly view: RejectedView;
  readonly start: number;
  readonly end: number;
};

/** Some rejected records with line and reason; each can be shown whole and in clear, which is logged. */
export function RejectedTable({ sample, view, start, end }: RejectedTableProps): ReactNode {
  const [rows, setRows] = useState<readonly MaskedRejected[]>([]);
  const [clear, setClear] = useState<ReadonlyMap<number, string>>(new Map());
  useEffect(() => {
    let isWanted = true;
    void sampleWorker()
      .readRejectedGroup(sample.id, view, start, end)
      .then((found) => isWanted && setRows(found));
    return () => {
      isWanted = false;
    };
  }, [sample.id, view, start, end]);

  async function reveal({ index, line }: MaskedRejected): Promise<void> {
    const value = await sampleWorker().revealRejected(sample.id, index);
    await recordRejectedReveal(sample, line);
    setClear((before) => new Map(before).set(index, value));
  }

  const hasTables = rows.some(({ table }) => table !== null);
  return (
    <Table verticalSpacing={4} aria-label="Rejected records">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Line</Table.Th>
          {view === 'all' && <Table.Th>Why it is no row</Table.Th>}
          {hasTables && <Table.Th>Of table</Table.Th>}
          <Table.Th>As found</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((rejected) => {
          const shown = clear.get(rejected.index);
          return (
            <Table.Tr key={rejected.index}>
              <Table.Td>{rejected.line.toLocaleString('en')}</Table.Td>
              {view === 'all' && <Table.Td>{explainReason(rejected.reason).what}</Table.Td>}
              {hasTables && <Table.Td>{rejected.table}</Table.Td>}
              <Table.Td className={classes['found'] ?? ''}>
                <MaskedValue text={shown ?? rejected.masked} disclosure={shown === undefined ? 'masked' : 'revealed'} />{' '}
                {shown === undefined && (
                  <Button size="compact-xs" variant="default" onClick={() => void reveal(rejected)}>
                    Reveal (logged)
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
