import { List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Detection } from '#shared/domain/detection.ts';
import { labelOf } from '#shared/packs/field-types.ts';

function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0 && share < 0.01 ? 2 : 0)} %`;
}

/** Why a column was taken for what it was: the header, the values, the chance. */
export function DetectionFacts({ detection }: { readonly detection: Detection }): ReactNode {
  const { fieldType, confidence, runnerUp, evidence } = detection;
  const { headerAlias, examined, filled, accepted, chance } = evidence;
  return (
    <Stack gap={4}>
      <Text fw={600} size="sm">
        Why this type
      </Text>
      <List size="sm" spacing={2}>
        <List.Item>
          Detected: {labelOf(fieldType)}, confidence {percent(confidence)}
        </List.Item>
        <List.Item>
          {headerAlias === null ? 'The header names no known type.' : `The header matches “${headerAlias}”.`}
        </List.Item>
        <List.Item>
          {accepted.toLocaleString('en')} of {filled.toLocaleString('en')} filled values are valid (
          {percent(filled === 0 ? 0 : accepted / filled)}
          ); {examined.toLocaleString('en')} rows examined.
        </List.Item>
        {chance < 1 && <List.Item>Made-up values of this shape would pass in {percent(chance)} of cases.</List.Item>}
        {runnerUp !== null && <List.Item>Next best: {labelOf(runnerUp)}.</List.Item>}
      </List>
    </Stack>
  );
}
