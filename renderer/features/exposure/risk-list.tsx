import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RiskRule } from '#shared/packs/risks.ts';
import type { RiskyCombination } from './combinations-chart.ts';

type Found = { readonly label: string; readonly rows: number; readonly rules: readonly RiskRule[] };

/** The risks that any of the combinations opens, each with the rows that open it and the rules by which they do. */
function risksIn(found: readonly RiskyCombination[]): Found[] {
  const byId = new Map<string, { label: string; rows: number; rules: Set<RiskRule> }>();
  for (const { rows, risks } of found) {
    for (const { id, label, rules } of risks) {
      const known = byId.get(id) ?? { label, rows: 0, rules: new Set() };
      known.rows += rows;
      for (const rule of rules) {
        known.rules.add(rule);
      }
      byId.set(id, known);
    }
  }
  return [...byId.values()].map((risk) => ({ ...risk, rules: [...risk.rules] })).sort((a, b) => b.rows - a.rows);
}

/** Why the combinations open their risks, and where that is written. */
export function RiskList({ found }: { readonly found: readonly RiskyCombination[] }): ReactNode {
  return (
    <Stack gap="sm">
      <Text fw={600} size="sm">
        Risks that these rows open
      </Text>
      {risksIn(found).map(({ label, rows, rules }) => (
        <div key={label}>
          <Text size="sm" fw={600}>
            {label}: {rows.toLocaleString('en')} rows
          </Text>
          {rules.map(({ why, source }) => (
            <Text key={why} size="sm">
              {why}{' '}
              <Text span c="dimmed" size="xs">
                {source ?? 'Our own judgement.'}
              </Text>
            </Text>
          ))}
        </div>
      ))}
    </Stack>
  );
}
