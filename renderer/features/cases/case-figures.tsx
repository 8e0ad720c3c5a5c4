import type { ReactNode } from 'react';
import { type Case, caseStatuses } from '#shared/domain/case.ts';
import { FigureCard } from '../../ui/figure-card/figure-card.tsx';
import { statusLabels } from './status-labels.ts';

/** How many cases there are, by where the work on them stands. */
export function CaseFigures({ cases }: { readonly cases: readonly Case[] }): ReactNode {
  return (
    <FigureCard
      title="Cases"
      figures={caseStatuses.map((status) => ({
        label: statusLabels[status],
        value: cases.filter((found) => found.status === status).length,
        to: `/cases?status=${status}`,
      }))}
    />
  );
}
