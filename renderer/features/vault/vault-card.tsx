import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './vault.module.css';

/** The card in the middle of a screen that has no vault open. */
export function VaultCard({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <main className={classes['screen']}>
      <Paper withBorder className={classes['card'] ?? ''}>
        <Stack gap="md">
          <Text size="sm" fw={600} c="petrol">
            Leakdesk
          </Text>
          <Title order={1}>{title}</Title>
          {children}
        </Stack>
      </Paper>
    </main>
  );
}
