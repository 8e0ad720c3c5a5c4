import { Alert, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Sample } from '#shared/domain/sample.ts';
import { counted } from '#shared/lib/counted.ts';

/** Stands where the rows of a sample were before they were purged. */
export function PurgedSample({ sample }: { readonly sample: Sample }): ReactNode {
  const when = sample.purgedAt === null ? '' : new Date(sample.purgedAt).toLocaleString();
  return (
    <Alert color="gray" variant="light" title={`The rows were purged ${when}`}>
      <Text size="sm">
        {counted(sample.rows, 'row')} were counted before; the figures under Exposure stay. Whether a value was among
        them can still be asked under Search, “Look up a list”.
      </Text>
    </Alert>
  );
}
