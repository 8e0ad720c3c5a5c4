import { Button, Modal, Pagination, Stack, Table, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { RejectReason, Sample } from '#shared/domain/sample.ts';
import { type MaskedRejected, sampleWorker } from '../../platform/sample-worker.ts';
import { recordRejectedReveal } from '../../storage/samples.ts';
import { MaskedValue } from '../../ui/masked-value/masked-value.tsx';

const perPage = 50;

const reasons: Readonly<Record<RejectReason, string>> = {
  'too-few-cells': 'has fewer cells than the header',
  'too-many-cells': 'has more cells than the header',
  'unclosed-quote': 'opens a quote that the file never closes',
  'not-utf-8': 'holds characters that are malformed in the encoding of the file',
  'too-long': 'is longer than a record may be (1 MiB)',
  'no-separator': 'holds no separator',
  'malformed-json': 'is not valid JSON',
  'malformed-statement': 'is part of a statement that could not be read',
  'malformed-entry': 'is no whole entry',
};

function RejectedTable({ sample, page }: { readonly sample: Sample; readonly page: number }): ReactNode {
  const [rows, setRows] = useState<readonly MaskedRejected[]>([]);
  const [clear, setClear] = useState<ReadonlyMap<number, string>>(new Map());
  useEffect(() => {
    const start = (page - 1) * perPage;
    void sampleWorker()
      .readRejected(sample.id, start, start + perPage)
      .then(setRows);
  }, [sample.id, page]);

  async function reveal({ index, line }: MaskedRejected): Promise<void> {
    const value = await sampleWorker().revealRejected(sample.id, index);
    await recordRejectedReveal(sample, line);
    setClear((before) => new Map(before).set(index, value));
  }

  return (
    <Table verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Line</Table.Th>
          <Table.Th>Why it is no row</Table.Th>
          <Table.Th>As found</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((rejected) => {
          const shown = clear.get(rejected.index);
          return (
            <Table.Tr key={rejected.index}>
              <Table.Td>{rejected.line}</Table.Td>
              <Table.Td>{reasons[rejected.reason]}</Table.Td>
              <Table.Td>
                {shown === undefined ? (
                  <>
                    <MaskedValue text={rejected.masked} disclosure="masked" />{' '}
                    <Button size="compact-xs" variant="default" onClick={() => void reveal(rejected)}>
                      Reveal (logged)
                    </Button>
                  </>
                ) : (
                  <MaskedValue text={shown} disclosure="revealed" />
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** Opens the records that were read but not stored, each with its line and reason. */
export function RejectedRows({ sample }: { readonly sample: Sample }): ReactNode {
  const [opened, setOpened] = useState(false);
  const [page, setPage] = useState(1);
  if (sample.rejected === 0) {
    return null;
  }
  const count = sample.rejected.toLocaleString('en');
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpened(true)}>
        {count} rejected
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        size="xl"
        title={`${count} records that are no rows`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Stack>
          <Text size="sm">
            Nothing of the file is lost: what does not fit the table is kept here, encrypted, as it was found.
          </Text>
          <RejectedTable sample={sample} page={page} />
          {sample.rejected > perPage && (
            <Pagination
              total={Math.ceil(sample.rejected / perPage)}
              value={page}
              onChange={setPage}
              getControlProps={(control) => ({ 'aria-label': control })}
            />
          )}
        </Stack>
      </Modal>
    </>
  );
}
