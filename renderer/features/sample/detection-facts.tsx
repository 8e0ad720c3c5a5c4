import { Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Detection, ValueForm } from '#shared/domain/detection.ts';
import { labelOf } from '#shared/packs/field-types.ts';
import { MaskedValue } from '../../ui/masked-value/masked-value.tsx';

const forms: Readonly<Record<ValueForm, string>> = {
  plain: 'The values stand as they are.',
  masked: 'The values were partly hidden before they came here.',
  hashed: 'The values are hashes.',
};

function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0 && share < 0.01 ? 2 : 0)} %`;
}

/** The reasons of a verdict that was stored before reasons were kept with it. */
function reasonsFromFigures({ runnerUp, evidence }: Detection): readonly string[] {
  const { headerAlias, examined, filled, accepted, chance } = evidence;
  const valid = percent(filled === 0 ? 0 : accepted / filled);
  const counts = [accepted, filled, examined].map((number) => number.toLocaleString('en'));
  return [
    headerAlias === null ? 'The header names no known type.' : `The header matches “${headerAlias}”.`,
    `${counts[0]} of ${counts[1]} filled values are valid (${valid}); ${counts[2]} rows examined.`,
    ...(chance < 1 ? [`Made-up values of this shape would pass in ${percent(chance)} of cases.`] : []),
    ...(runnerUp === null ? [] : [`Next best: ${labelOf(runnerUp)}.`]),
  ];
}

/** How much oftener values are valid than made-up ones would be; nothing where no value can fail. */
function againstChance({ filled, accepted, masked, chance }: Detection['evidence']): readonly string[] {
  // What its source hid can neither pass nor fail.
  const shown = filled - masked;
  if (shown === 0 || chance === 0 || chance === 1) {
    return [];
  }
  const times = (accepted / shown / chance).toLocaleString('en', { maximumSignificantDigits: 2 });
  return [`Valid values are ${times} times as frequent as they would be by chance.`];
}

function CounterExamples({ values }: { readonly values: readonly string[] }): ReactNode {
  return (
    <Group gap={6}>
      <Text size="sm">Not valid, for example:</Text>
      {values.map((value) => (
        <MaskedValue key={value} text={value} disclosure="masked" />
      ))}
    </Group>
  );
}

/** Why a column was taken for what it was: the header, the values, the chance, and what speaks against it. */
export function DetectionFacts({ detection }: { readonly detection: Detection }): ReactNode {
  const { fieldType, confidence, evidence } = detection;
  const { form, reasons, counterExamples } = evidence;
  const shown = reasons.length > 0 ? reasons : reasonsFromFigures(detection);
  return (
    <Stack gap={4}>
      <Text fw={600} size="sm">
        Why this type
      </Text>
      <List size="sm" spacing={2}>
        <List.Item>
          Detected: {labelOf(fieldType)}, confidence {percent(confidence)}
        </List.Item>
        {[...shown, ...againstChance(evidence), forms[form]].map((reason) => (
          <List.Item key={reason}>{reason}</List.Item>
        ))}
      </List>
      {counterExamples.length > 0 && <CounterExamples values={counterExamples} />}
    </Stack>
  );
}
