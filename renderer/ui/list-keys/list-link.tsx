import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A link in a line of a list, cut off where the line ends; `j` and `k` reach it. */
export function ListLink({ to, children }: { readonly to: string; readonly children: ReactNode }): ReactNode {
  return (
    <Anchor component={Link} to={to} data-list-item size="sm" c="inherit" truncate display="block">
      {children}
    </Anchor>
  );
}
