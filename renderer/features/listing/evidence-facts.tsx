import { Badge, Code, DataList, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Evidence } from '#shared/domain/evidence.ts';

/** What is known of a piece of evidence: name, size, hash, time. */
export function EvidenceFacts({ evidence }: { readonly evidence: Evidence }): ReactNode {
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        Evidence
      </Text>
      {evidence.bundled && (
        <Badge color="gray" variant="filled" tt="none">
          bundled example
        </Badge>
      )}
      <DataList orientation="vertical" gap={8}>
        <DataList.Item>
          <DataList.ItemLabel>Received as</DataList.ItemLabel>
          <DataList.ItemValue>{evidence.name}</DataList.ItemValue>
        </DataList.Item>
        <DataList.Item>
          <DataList.ItemLabel>Received at</DataList.ItemLabel>
          <DataList.ItemValue>{new Date(evidence.receivedAt).toLocaleString()}</DataList.ItemValue>
        </DataList.Item>
        <DataList.Item>
          <DataList.ItemLabel>Size</DataList.ItemLabel>
          <DataList.ItemValue>{evidence.byteLength.toLocaleString('en')} bytes</DataList.ItemValue>
        </DataList.Item>
        <DataList.Item>
          <DataList.ItemLabel>SHA-256</DataList.ItemLabel>
          <DataList.ItemValue>
            <Code style={{ overflowWrap: 'anywhere' }}>{evidence.sha256}</Code>
          </DataList.ItemValue>
        </DataList.Item>
      </DataList>
    </Stack>
  );
}
