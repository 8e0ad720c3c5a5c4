import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { labelOf } from '#shared/packs/field-types.ts';
import { columnName } from '../../storage/samples.ts';
import { DetectionFacts } from './detection-facts.tsx';

type TypeCardProps = {
  readonly sample: Sample;
  readonly column: number;
  /** The type that holds now: the analyst's where there is one. */
  readonly type: FieldTypeId;
  readonly changeType: () => void;
};

/** Why a column has its type, as a card in the column's head, with the way to another type. */
export function TypeCard({ sample, column, type, changeType }: TypeCardProps): ReactNode {
  const detection = sample.columns[column]?.detection;
  if (detection === undefined) {
    return null;
  }
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {columnName(sample, column)}: {labelOf(type)}
      </Text>
      {detection.fieldType !== type && <Text size="sm">You set this type; below is what was detected.</Text>}
      <DetectionFacts detection={detection} />
      <Group>
        <Button variant="default" size="compact-sm" onClick={changeType}>
          Change type…
        </Button>
      </Group>
    </Stack>
  );
}
