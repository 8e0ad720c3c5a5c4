import { Button, Modal, Stack, Table, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Sample } from '#shared/domain/sample.ts';
import { labelOf } from '#shared/packs/field-types.ts';
import type { Share } from '#shared/search/overlap.ts';
import { type Fingerprinted, type SampleOverlap, sampleWorker } from '../../platform/sample-worker.ts';
import { allCases } from '../../storage/cases.ts';
import { allSamples } from '../../storage/samples.ts';
import classes from './seen-before.module.css';

/** `caseTitle` is null for a sample of the same case. */
type Twin = { readonly overlap: SampleOverlap; readonly name: string; readonly caseTitle: string | null };

/** Less than this is what any two leaks of one country share: common names. */
const leastShare = 0.01;

function fingerprintedOf({ id, fingerprints }: Sample): Fingerprinted[] {
  return fingerprints === null ? [] : [{ id, fingerprints }];
}

function strongest({ rows, types }: SampleOverlap): number {
  return Math.max(rows?.share ?? 0, ...types.map(({ share }) => share.share));
}

/** The samples of the vault that share most with this one, by fingerprints alone. */
async function twinsOf(sample: Sample): Promise<readonly Twin[]> {
  const [one] = fingerprintedOf(sample);
  if (one === undefined) {
    return [];
  }
  const others = (await allSamples()).filter(({ id }) => id !== sample.id);
  const cases = await allCases();
  const overlaps = await sampleWorker().compareSamples(one, others.flatMap(fingerprintedOf));
  return overlaps
    .filter((overlap) => strongest(overlap) >= leastShare)
    .sort((a, b) => strongest(b) - strongest(a))
    .map((overlap) => {
      const other = others.find(({ id }) => id === overlap.sampleId);
      const caseTitle =
        other?.caseId === sample.caseId ? null : (cases.find(({ id }) => id === other?.caseId)?.title ?? '');
      return { overlap, name: other?.name ?? '', caseTitle };
    });
}

function inWords({ share, low, high }: Share): string {
  const percent = (part: number): string => (100 * part).toFixed(1);
  return low === high ? `${percent(share)} %` : `${percent(share)} % (${percent(low)}–${percent(high)})`;
}

function Twins({ twins }: { readonly twins: readonly Twin[] }): ReactNode {
  if (twins.length === 0) {
    return <Text size="sm">No sample of this vault shares rows or values with it.</Text>;
  }
  return (
    <Table aria-label="Samples that share values">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Sample</Table.Th>
          <Table.Th>Rows</Table.Th>
          <Table.Th>Values by type</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {twins.map(({ overlap, name, caseTitle }) => (
          <Table.Tr key={overlap.sampleId}>
            <Table.Td>
              {name}
              <Text size="xs" c="dimmed">
                {caseTitle ?? 'this case'}
              </Text>
            </Table.Td>
            <Table.Td className={classes['share']}>{overlap.rows === null ? '' : inWords(overlap.rows)}</Table.Td>
            <Table.Td className={classes['share']}>
              {overlap.types.map(({ fieldType, share }) => (
                <div key={fieldType}>
                  {labelOf(fieldType)} {inWords(share)}
                </div>
              ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Asks whether a sample was seen before, in whole or in part: that is how a recycled leak shows. */
export function SeenBefore({ sample }: { readonly sample: Sample }): ReactNode {
  const [twins, setTwins] = useState<readonly Twin[] | null>(null);
  if (sample.fingerprints === null) {
    return null;
  }
  return (
    <>
      <Button variant="default" onClick={() => void twinsOf(sample).then(setTwins)}>
        Seen before?
      </Button>
      <Modal
        opened={twins !== null}
        onClose={() => setTwins(null)}
        size="xl"
        title={`How much of “${sample.name}” is in other samples`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Stack>
          <Text size="sm">
            How much of this sample's rows, and of its values of each type, the others hold too; purged samples are
            compared as well. Shares are estimated from fingerprints: in brackets stands where one lies with 95 %
            confidence; a sample small enough is counted whole and has none. Common names are shared by chance.
          </Text>
          <Twins twins={twins ?? []} />
        </Stack>
      </Modal>
    </>
  );
}
