import { Modal, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { KeyHint } from '../ui/key-hint/key-hint.tsx';
import { type Command, screenKeys } from './commands.ts';

type CheatSheetProps = { readonly commands: readonly Command[]; readonly opened: boolean; readonly close: () => void };

/** `?`: the keys of every command and every screen. */
export function CheatSheet({ commands, opened, close }: CheatSheetProps): ReactNode {
  const lines = [...commands.flatMap(({ keys, label }) => (keys === null ? [] : [{ keys, label }])), ...screenKeys];
  return (
    <Modal opened={opened} onClose={close} title="Keyboard shortcuts" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {lines.map(({ keys, label }) => (
            <Table.Tr key={label}>
              <Table.Td w={140}>
                <KeyHint keys={keys} />
              </Table.Td>
              <Table.Td>{label}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
