import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** What went wrong, what was kept and what to do next, where it was caused. It is read out at once. */
export function Problem({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <Alert
      role="alert"
      color="orange"
      variant="light"
      title={title}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      icon={<IconAlertTriangle aria-hidden size={18} />}
    >
      {children}
    </Alert>
  );
}
