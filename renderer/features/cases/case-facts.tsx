import { Badge, Button, DataList, Select, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Case, type CaseId, caseStatuses } from '#shared/domain/case.ts';
import { caseOf, changeCase } from '../../storage/cases.ts';
import { evidenceOf } from '../../storage/evidence.ts';
import { useStored } from '../../storage/live.ts';
import { statusLabels } from './status-labels.ts';

function CaseTitle({ found }: { readonly found: Case }): ReactNode {
  const [title, setTitle] = useState(found.title);
  const words = title.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (words !== '') {
          void changeCase(found.id, { title: words }, 'title');
        }
      }}
    >
      <Textarea
        label="Title"
        autosize
        maxLength={300}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value.replaceAll('\n', ' '))}
        error={words === '' ? 'A case needs a title.' : null}
      />
      {words !== found.title && words !== '' && (
        <Button type="submit" variant="default" size="compact-sm" mt={6}>
          Keep title
        </Button>
      )}
    </form>
  );
}

/** What the analyst calls a case and where it stands, its dates, and its evidence. */
export function CaseFacts({ caseId }: { readonly caseId: CaseId }): ReactNode {
  const found = useStored(() => caseOf(caseId), [caseId]);
  const evidence = useStored(() => evidenceOf(caseId), [caseId]) ?? [];
  if (found === undefined) {
    return null;
  }
  return (
    <Stack gap="md">
      <CaseTitle key={found.title} found={found} />
      <Select
        label="Status"
        data={caseStatuses.map((value) => ({ value, label: statusLabels[value] }))}
        value={found.status}
        allowDeselect={false}
        onChange={(value) => {
          const status = caseStatuses.find((known) => known === value) ?? found.status;
          void changeCase(caseId, { status }, `status ${status}`);
        }}
      />
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
