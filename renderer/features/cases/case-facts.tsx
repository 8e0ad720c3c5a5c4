import { Badge, DataList, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import { caseOf } from '../../storage/cases.ts';
import { evidenceOf } from '../../storage/evidence.ts';
import { useStored } from '../../storage/live.ts';

/** What a case rests on: its dates and its evidence. */
export function CaseFacts({ caseId }: { readonly caseId: CaseId }): ReactNode {
  const found = useStored(() => caseOf(caseId), [caseId]);
  const evidence = useStored(() => evidenceOf(caseId), [caseId]) ?? [];
  if (found === undefined) {
    return null;
  }
  return (
    <Stack gap="md">
      <Text fw={600} size="sm">
        Case
      </Text>
      <DataList orientation="vertical" gap={8}>
        <DataList.Item>
          <DataList.ItemLabel>Opened</DataList.ItemLabel>
          <DataList.ItemValue>{new Date(found.createdAt).toLocaleString()}</DataList.ItemValue>
        </DataList.Item>
        <DataList.Item>
          <DataList.ItemLabel>Last change</DataList.ItemLabel>
          <DataList.ItemValue>{new Date(found.updatedAt).toLocaleString()}</DataList.ItemValue>
        </DataList.Item>
      </DataList>
      <Text fw={600} size="sm">
        Evidence
      </Text>
      {evidence.map(({ id, name, byteLength, sha256, bundled }) => (
        <Stack key={id} gap={2}>
          <Text size="sm">{name}</Text>
          <Text size="xs" c="dimmed" ff="monospace">
            {byteLength.toLocaleString('en')} bytes · {sha256.slice(0, 12)}…
          </Text>
          {bundled && (
            <Badge color="gray" variant="filled" tt="none">
              bundled example
            </Badge>
          )}
        </Stack>
      ))}
    </Stack>
  );
}
