import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  type ClaimContent,
  type ClaimKind,
  type ClaimProposal,
  claimKindLabels,
  claimKinds,
} from '#shared/domain/claim.ts';
import { counted } from '#shared/lib/counted.ts';
import { labelOf } from '#shared/packs/field-types.ts';

/** What a machine took a claim for, where that is more than its text: a reply quotes this. */
function machineWords(content: ClaimContent): string | null {
  switch (content.kind) {
    case 'field':
      return labelOf(content.fieldType);
    case 'record-count':
      return content.count === null ? null : counted(content.count, 'record');
    case 'price':
      return content.amount === null ? null : `${content.amount.toLocaleString('en')} ${content.currency ?? ''}`.trim();
    case 'date':
      return content.date;
    default:
      return null;
  }
}

/** A claim's content in words: the text, and what it was taken for. */
export function claimWords(content: ClaimContent): string {
  const taken = machineWords(content);
  return taken === null || taken === content.text ? content.text : `${content.text} → ${taken}`;
}

type Line = { readonly kind: ClaimKind; readonly proposal: ClaimProposal | null };

/** What a text claims, before it is taken in: each line beside the words it came from. */
export function ProposalPreview({ proposals }: { readonly proposals: readonly ClaimProposal[] }): ReactNode {
  const lines = claimKinds.flatMap((kind): readonly Line[] => {
    const found = proposals.filter(({ content }) => content.kind === kind);
    return found.length === 0 ? [{ kind, proposal: null }] : found.map((proposal) => ({ kind, proposal }));
  });
  return (
    <Table verticalSpacing={4} aria-label="What the text claims">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Claim</Table.Th>
          <Table.Th>Read as</Table.Th>
          <Table.Th>From the words</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ kind, proposal }) => (
          <Table.Tr key={`${kind}|${proposal?.quote.start ?? ''}`}>
            <Table.Td>{claimKindLabels[kind]}</Table.Td>
            <Table.Td>
              {proposal === null ? (
                <Text c="dimmed" size="sm">
                  not stated
                </Text>
              ) : (
                claimWords(proposal.content)
              )}
            </Table.Td>
            <Table.Td>{proposal !== null && <q>{proposal.quote.words}</q>}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
