import { EmptyState } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CasePartProps } from './part.ts';

/** What stands in a part of the exposure that has no sample to count. One that is being counted says so by itself. */
export function NoSample({ samples }: Pick<CasePartProps, 'samples'>): ReactNode {
  return samples.length > 0 ? null : (
    <EmptyState
      mt={40}
      icon={<IconChartBar aria-hidden />}
      title="No sample yet"
      description="These figures are counted from a sample. Import one under Samples; they follow once its rows are counted. Severity and Law need none."
    />
  );
}
