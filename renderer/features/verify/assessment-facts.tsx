import { Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  confidenceWords,
  credibilityWords,
  gradeOf,
  likelihoodWords,
  reliabilityWords,
  statusWords,
} from '#shared/domain/assessment-words.ts';
import type { Assessment } from '#shared/domain/verdict.ts';

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <Stack gap={0}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm" component="div">
        {children}
      </Text>
    </Stack>
  );
}

/** A judgement: status, Admiralty grade, likelihood and confidence, each apart, and the reasons. */
export function AssessmentFacts({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { status, reliability, credibility, likelihood, confidence, reasons } = assessment;
  return (
    <Stack gap={6}>
      <Group gap="lg" align="start">
        <Fact label="Status">
          <b>{statusWords[status]}</b>
        </Fact>
        <Fact label="Admiralty grade">
          <b>{gradeOf(assessment)}</b> · {reliabilityWords[reliability]} · {credibilityWords[credibility]}
        </Fact>
        <Fact label="Likelihood that it is authentic">{likelihoodWords[likelihood]}</Fact>
        <Fact label="Confidence">{confidenceWords[confidence]}</Fact>
      </Group>
      <List size="sm" spacing={0}>
        {reasons.map((reason) => (
          <List.Item key={reason}>{reason}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
