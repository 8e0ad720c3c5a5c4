import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { outcomeWords } from '#shared/domain/assessment-words.ts';
import type { CheckOutcome } from '#shared/domain/check.ts';
import classes from './verify.module.css';

const icons = {
  pass: IconCircleCheck,
  warn: IconAlertTriangle,
  fail: IconCircleX,
  'not-run': IconCircleDashed,
} as const;

/** The outcome of a check: a sign, and always its word. */
export function OutcomeMark({ outcome }: { readonly outcome: CheckOutcome }): ReactNode {
  const Icon = icons[outcome];
  return (
    <Group gap={4} wrap="nowrap" className={classes['mark'] ?? ''} data-outcome={outcome}>
      <Icon aria-hidden size={16} />
      <Text span size="xs" lh="20px">
        {outcomeWords[outcome]}
      </Text>
    </Group>
  );
}
