import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type ProblemProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** Takes it off the screen once it was read; without it, it stays as long as its cause. */
  readonly putAway?: (() => void) | undefined;
};

/** What went wrong, what was kept and what to do next, where it was caused. It is read out at once. */
export function Problem({ title, children, putAway }: ProblemProps): ReactNode {
  return (
    <Alert
      role="alert"
      color="orange"
      variant="light"
      title={title}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      withCloseButton={putAway !== undefined}
      closeButtonLabel="Put away"
      {...(putAway !== undefined && { onClose: putAway })}
      icon={<IconAlertTriangle aria-hidden size={18} />}
    >
      {children}
    </Alert>
  );
}
