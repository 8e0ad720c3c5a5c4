import { Accordion, Badge, Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EngagedRegime } from '#shared/expose/engaged-regimes.ts';
import type { Ceiling } from '#shared/expose/fine-ceilings.ts';
import { engagementWords } from '#shared/expose/law-words.ts';
import { sourceOf } from '#shared/packs/regimes.ts';

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <Text size="sm">
      <b>{label}:</b> {children}
    </Text>
  );
}

function Fines({ ceilings, text }: { readonly ceilings: readonly Ceiling[]; readonly text: string }): ReactNode {
  return (
    <Stack gap={2}>
      <Line label="Ceiling of a fine, as the source has it">{text}.</Line>
      {ceilings.length > 0 && (
        <List size="sm" spacing={0}>
          {ceilings.map(({ label, article, text: rule, uncertain }) => (
            <List.Item key={`${label} ${article}`}>
              {label} ({article}): {rule}
              {uncertain !== null && ` Uncertain: ${uncertain}`}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

function Panel({ engaged }: { readonly engaged: EngagedRegime }): ReactNode {
  const { regime, reasons, ceilings } = engaged;
  const { reach } = regime;
  return (
    <Stack gap={6}>
      <List size="sm" spacing={0}>
        {reasons.map((reason) => (
          <List.Item key={reason}>{reason}</List.Item>
        ))}
      </List>
      <Line label="Whom it would reach">
        {reach.text}
        {reach.uncertain !== undefined && ` Uncertain: ${reach.uncertain}`}
      </Line>
      <Line label="Clock would start">{regime.starts}.</Line>
      <Line label="Authority">{regime.authority}.</Line>
      <Line label="What it would have to be told">{regime.tellAuthority}.</Line>
      <Line label="What the people would have to be told">{regime.tellPeople}.</Line>
      <Fines ceilings={ceilings} text={regime.fineText} />
      {regime.note !== undefined && <Line label="Note">{regime.note}.</Line>}
      <Text size="xs" c="dimmed">
        Articles {regime.articles}. As of {regime.asOf}, confidence {regime.confidence}. Source: {sourceOf(regime)}.
      </Text>
    </Stack>
  );
}

/** The laws that would or might be engaged, each with its reasons, what it asks and where that is known from. */
export function LawRegimes({ engaged }: { readonly engaged: readonly EngagedRegime[] }): ReactNode {
  return (
    <Accordion multiple variant="contained" order={3}>
      {engaged.map((one) => (
        <Accordion.Item key={one.regime.id} value={one.regime.id}>
          <Accordion.Control>
            <Group gap="sm">
              <Text fw={600} size="sm">
                {one.regime.law}
              </Text>
              <Badge
                color={one.engagement === 'likely' ? 'orange' : 'gray'}
                variant="outline"
                tt="none"
                c="var(--mantine-color-text)"
              >
                {engagementWords[one.engagement]}
              </Badge>
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            <Panel engaged={one} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
