import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './data-grid.module.css';

type GridHeaderProps = { readonly displayName: string; readonly kind: string; readonly open: () => void };

/** The head of a column: its name, and what it holds. Pressing it opens the column's facts. */
export function GridHeader({ displayName, kind, open }: GridHeaderProps): ReactNode {
  return (
    <UnstyledButton className={classes['header'] ?? ''} onClick={open}>
      <span className={classes['name']}>{displayName}</span>
      <span className={classes['kind']}>{kind}</span>
    </UnstyledButton>
  );
}
