import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { TitledCard } from '../titled-card/titled-card.tsx';
import classes from './figure-card.module.css';

/** A number with what it counts; pressing it opens the list that it counts. */
export type Figure = { readonly label: string; readonly value: number; readonly to: string };

type FigureCardProps = {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** What is said below the figures, or instead of them where there are none. */
  readonly children?: ReactNode;
};

/** A card of numbers that belong together, each the way into its list. */
export function FigureCard({ title, figures, children }: FigureCardProps): ReactNode {
  return (
    <TitledCard title={title}>
      <Group gap="lg">
        {figures.map(({ label, value, to }) => (
          <Link key={label} to={to} className={classes['figure'] ?? ''} data-list-item>
            <span className={classes['value']}>{value.toLocaleString('en')}</span>
            <span className={classes['label']}>{label}</span>
          </Link>
        ))}
      </Group>
      {children}
    </TitledCard>
  );
}
