import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import type { Sample } from '#shared/domain/sample.ts';
import { counted } from '#shared/lib/counted.ts';
import { sampleWorker } from '../../platform/sample-worker.ts';
import { deleteSample } from '../../storage/sample-deletion.ts';

/** Deletes the records as one step, then the file; were it left behind, the next unlock would remove it. */
async function remove(sample: Sample): Promise<void> {
  const original = await deleteSample(sample);
  await sampleWorker().discard(sample.id);
  if (original !== null) {
    await sampleWorker().discardOriginal(original);
  }
  notifications.show({ message: `“${sample.name}” is deleted: ${counted(sample.rows, 'row')}.` });
}

type DeleteSampleProps = { readonly sample: Sample; readonly isOpen: boolean; readonly close: () => void };

/** Asks before a sample is deleted, and says what goes and what stays. */
export function DeleteSample({ sample, isOpen, close }: DeleteSampleProps): ReactNode {
  const [isBusy, setIsBusy] = useState(false);

  async function confirm(): Promise<void> {
    setIsBusy(true);
    try {
      await remove(sample);
    } finally {
      setIsBusy(false);
      close();
    }
  }

  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={`Delete “${sample.name}”?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        <List size="sm" spacing={4}>
          <List.Item>
            What goes: its {counted(sample.rows, 'row')}, its {counted(sample.rejected, 'rejected record')}, what you
            said of its columns, and its figures in exposure and replies in the making; if the vault keeps the original
            file, that too, once no other sample of it is left.
          </List.Item>
          <List.Item>
            What stays: the history, with the file's name, SHA-256 and every reveal; claims; replies that were saved;
            other samples of the same file; the file itself wherever you have it.
          </List.Item>
        </List>
        <Text size="sm" fw={600}>
          This cannot be undone.
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close} data-autofocus>
            Keep it
          </Button>
          <Button color="red" loading={isBusy} onClick={() => void confirm()}>
            Delete {counted(sample.rows, 'row')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
