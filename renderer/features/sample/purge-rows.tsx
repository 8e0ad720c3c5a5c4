import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import type { Sample } from '#shared/domain/sample.ts';
import { counted } from '#shared/lib/counted.ts';
import { sampleWorker } from '../../platform/sample-worker.ts';
import { layoutOf } from '../../storage/layouts.ts';
import { purgeSample } from '../../storage/purge.ts';
import { Problem } from '../../ui/problem/problem.tsx';

/** Makes the fingerprints that will stand for the rows, commits that the rows are gone, and removes them. */
async function purge(sample: Sample): Promise<void> {
  const worker = sampleWorker();
  const original = await purgeSample(sample.id, await worker.makeFingerprints(await layoutOf(sample)));
  await worker.removeRows(sample.id);
  if (original !== null) {
    await worker.discardOriginal(original);
  }
  notifications.show({ message: `The rows of “${sample.name}” are gone. Its figures and fingerprints are kept.` });
}

type PurgeRowsProps = { readonly sample: Sample; readonly isOpen: boolean; readonly close: () => void };

/** Asks before the rows of a sample are removed for good; what it is recognised by stays. */
export function PurgeRows({ sample, isOpen, close }: PurgeRowsProps): ReactNode {
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function confirm(): Promise<void> {
    setRunning(true);
    setFailure(null);
    try {
      await purge(sample);
      close();
    } catch (cause) {
      setFailure(cause instanceof Error ? cause.message : String(cause));
    } finally {
      setRunning(false);
    }
  }

  return (
    <Modal
      opened={isOpen}
      onClose={() => !running && close()}
      title={`Purge the rows of “${sample.name}”?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        <Text size="sm">
          {counted(sample.rows, 'row')} and {counted(sample.rejected, 'rejected record')} of “{sample.name}” are removed
          for good, and with them the original file if the vault keeps it. Nobody can bring them back, except by
          importing the file again.
        </Text>
        <Text size="sm">
          What stays: the figures, the history and fingerprints under the key of this vault. With these Leakdesk still
          tells whether a value was probably in the sample, and recognises it when it is sold again.
        </Text>
        {failure !== null && <Problem title="Not purged">{failure} The rows are as they were. Try again.</Problem>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close} disabled={running} data-autofocus>
            Keep them
          </Button>
          <Button color="red" loading={running} onClick={() => void confirm()}>
            Purge the rows
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
