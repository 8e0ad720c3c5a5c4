import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page.module.css';

type PageProps = {
  readonly title: string;
  readonly actions?: ReactNode;
  /** Stands between the title and the content, at full width: tabs, filters. */
  readonly bar?: ReactNode;
  /** Names the content as the panel of the tabs in the bar, for `aria-controls`. */
  readonly panelId?: string;
  readonly children: ReactNode;
};

/** A screen of the work area: a title line with its actions, then the content. */
export function Page({ title, actions, bar, panelId, children }: PageProps): ReactNode {
  return (
    <div className={classes['page']}>
      <Group justify="space-between" wrap="nowrap" className={classes['head'] ?? ''}>
        <Title order={1} className={classes['title'] ?? ''} title={title}>
          {title}
        </Title>
        <Group gap="xs" wrap="nowrap">
          {actions}
        </Group>
      </Group>
      {bar}
      {panelId === undefined ? (
        <div className={classes['body']}>{children}</div>
      ) : (
        <div className={classes['body']} id={panelId} role="tabpanel" aria-label={title}>
          {children}
        </div>
      )}
    </div>
  );
}
