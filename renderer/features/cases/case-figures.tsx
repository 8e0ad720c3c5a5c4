import type { ReactNode } from 'react';
import { caseStatuses } from '#shared/domain/case.ts';
import { allCases } from '../../storage/cases.ts';
import { useStored } from '../../storage/live.ts';
import { FigureCard } from '../../ui/figure-card/figure-card.tsx';
import { statusLabels } from './status-labels.ts';

/** How many cases there are, by where the work on them stands. */
export function CaseFigures(): ReactNode {
  const cases = useStored(allCases, []) ?? [];
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
