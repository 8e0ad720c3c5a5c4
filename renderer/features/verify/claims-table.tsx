import { Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { claimKindLabels } from '#shared/domain/claim.ts';
import type { ClaimMatch, ClaimOutcome } from '#shared/verify/claims.ts';
import { claimOutcomeWords } from './claim-matches.ts';
import classes from './verify.module.css';

const icons = { supported: IconCircleCheck, contradicted: IconCircleX, 'not-testable': IconCircleDashed } as const;
/** The colours are those of the checks. */
const looks = { supported: 'pass', contradicted: 'fail', 'not-testable': 'not-run' } as const;

function ClaimMark({ outcome }: { readonly outcome: ClaimOutcome }): ReactNode {
  const Icon = icons[outcome];
  return (
    <Group gap={4} wrap="nowrap" className={classes['claimMark'] ?? ''} data-outcome={looks[outcome]}>
      <Icon aria-hidden size={16} />
      <Text span size="sm">
        {claimOutcomeWords[outcome]}
      </Text>
    </Group>
  );
}

/** What the seller claims beside what the checked samples show, claim by claim. */
export function ClaimsTable({ matches }: { readonly matches: readonly ClaimMatch[] }): ReactNode {
  return (
    <Stack gap="sm">
      <Title order={2}>Claimed against observed</Title>
      {matches.length === 0 ? (
        <Text size="sm">The case has no claims. Take in the listing, or add what it says under Listing.</Text>
      ) : (
        <Table verticalSpacing={4} aria-label="Claimed against observed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Claim</Table.Th>
              <Table.Th w={130}>Outcome</Table.Th>
              <Table.Th>What the samples show</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {matches.map(({ claim, outcome, text }) => (
              <Table.Tr key={`${claim.kind}|${claim.text}`}>
                <Table.Td>
                  <Text size="xs" c="dimmed">
                    {claimKindLabels[claim.kind]}
                  </Text>
                  <Text size="sm">{claim.text}</Text>
                </Table.Td>
                <Table.Td>
                  <ClaimMark outcome={outcome} />
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{text}</Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
