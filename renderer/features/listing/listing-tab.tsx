import { Badge, Button, EmptyState, Group, Splitter, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileText } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import { type Claim, type ClaimId, claimKindLabels, claimKinds } from '#shared/domain/claim.ts';
import type { Evidence } from '#shared/domain/evidence.ts';
import { readPreferences, rememberPreferences } from '../../platform/preferences.ts';
import { evidenceOf } from '../../storage/evidence.ts';
import { addClaim, claimsOf, decideClaim } from '../../storage/listings.ts';
import { useStored } from '../../storage/live.ts';
import { ContextPanel } from '../../ui/frame/context-panel.tsx';
import { useListKeys } from '../../ui/list-keys/use-list-keys.ts';
import { ClaimCard } from './claim-card.tsx';
import { ClaimForm } from './claim-form.tsx';
import { EvidenceFacts } from './evidence-facts.tsx';
import classes from './listing.module.css';
import { QuotedText } from './quoted-text.tsx';

const single = claimKinds.filter((kind) => kind !== 'field');

async function confirmAll(claims: readonly Claim[]): Promise<void> {
  for (const { id } of claims) {
    await decideClaim(id, 'confirmed');
  }
  notifications.show({ message: `${claims.length} claims confirmed.` });
}

type ClaimListProps = {
  readonly listing: Evidence;
  readonly claims: readonly Claim[];
  readonly selected: ClaimId | null;
  readonly select: (id: ClaimId) => void;
};

function ClaimList({ listing, claims, selected, select }: ClaimListProps): ReactNode {
  const [adding, setAdding] = useState<(typeof claimKinds)[number] | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const open = claims.filter(({ state }) => state === 'proposed');
  const missing = single.filter((kind) => !claims.some(({ content }) => content.kind === kind));
  const ordered = claimKinds.flatMap((kind) => claims.filter(({ content }) => content.kind === kind));
  return (
    <Stack gap="xs" pl="md" ref={list}>
      <Group justify="space-between">
        <Text size="sm" role="status">
          {open.length === 0 ? 'Every claim is decided.' : `${open.length} of ${claims.length} claims wait for you.`}
        </Text>
        {open.length > 0 && (
          <Button variant="default" onClick={() => void confirmAll(open)}>
            Confirm all {open.length}
          </Button>
        )}
      </Group>
      {ordered.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} selected={claim.id === selected} select={() => select(claim.id)} />
      ))}
      <Group gap={6}>
        <Text size="sm" c="dimmed">
          Not stated:
        </Text>
        {[...missing, 'field' as const].map((kind) => (
          <Button key={kind} variant="default" size="compact-xs" onClick={() => setAdding(kind)}>
            Add {claimKindLabels[kind].toLowerCase()}
          </Button>
        ))}
      </Group>
      {adding !== null && (
        <ClaimForm
          kind={adding}
          content={null}
          cancel={() => setAdding(null)}
          keep={(content) => {
            setAdding(null);
            void addClaim(listing, content);
          }}
        />
      )}
    </Stack>
  );
}

/** The listing of a case: the text as it was received at the left, what it claims at the right. */
export function ListingTab({ caseId }: { readonly caseId: CaseId }): ReactNode {
  const evidence = useStored(() => evidenceOf(caseId), [caseId]);
  const claims = useStored(() => claimsOf(caseId), [caseId]) ?? [];
  const [selected, setSelected] = useState<ClaimId | null>(null);
  const listing = evidence?.find(({ kind }) => kind === 'listing');
  if (evidence === undefined) {
    return null;
  }
  if (listing === undefined) {
    return <EmptyState mt={40} icon={<IconFileText aria-hidden />} title="This case has no listing" />;
  }
  const chosen = claims.find(({ id }) => id === selected) ?? null;
  const { listingSplit } = readPreferences();
  return (
    <>
      <Splitter
        className={classes['split'] ?? ''}
        lineSize={1}
        withHandle={false}
        onResizeEnd={(_handle, sizes) => rememberPreferences({ listingSplit: Math.round(Number(sizes[0])) })}
      >
        <Splitter.Pane defaultSize={listingSplit} min={25} className={classes['pane'] ?? ''}>
          <QuotedText
            text={listing.text ?? ''}
            quotes={claims.flatMap(({ quote }) => quote ?? [])}
            chosen={chosen?.quote ?? null}
          />
        </Splitter.Pane>
        <Splitter.Pane defaultSize={100 - listingSplit} min={25} className={classes['pane'] ?? ''}>
          <ClaimList listing={listing} claims={claims} selected={selected} select={setSelected} />
        </Splitter.Pane>
      </Splitter>
      <ContextPanel>
        <EvidenceFacts evidence={listing} />
        {chosen !== null && (
          <Stack gap={4} mt="lg">
            <Text fw={600} size="sm">
              {claimKindLabels[chosen.content.kind]}
            </Text>
            <Text size="sm">{chosen.content.text}</Text>
            <Badge variant="default" tt="none">
              {chosen.state}
            </Badge>
            <Text size="sm" c="dimmed">
              {chosen.quote === null
                ? 'Added by hand: no words of the listing.'
                : `From “${chosen.quote.words}”, character ${chosen.quote.start}.`}
            </Text>
          </Stack>
        )}
      </ContextPanel>
    </>
  );
}
