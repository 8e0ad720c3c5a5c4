import { Group, Kbd } from '@mantine/core';
import type { ReactNode } from 'react';

const onMac = navigator.userAgent.includes('Mac');

function shown(key: string): string {
  return key === 'Mod' ? (onMac ? '⌘' : 'Ctrl') : key;
}

/** The keys of a command, `Mod+K` style, as they are named on this machine. */
export function KeyHint({ keys }: { readonly keys: string }): ReactNode {
  return (
    <Group gap={4} wrap="nowrap" component="span">
      {keys.split('+').map((key) => (
        <Kbd key={key} size="xs">
          {shown(key)}
        </Kbd>
      ))}
    </Group>
  );
}
