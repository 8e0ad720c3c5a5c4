import { Button, Code, Group, Stack, Table, Text, Title } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import type { OwnFieldType, OwnFieldTypeContent } from '#shared/domain/own-field-type.ts';
import { groupLabelOf } from '#shared/packs/field-types.ts';
import { useStored } from '../../storage/live.ts';
import { newOwnFieldType, ownFieldTypes } from '../../storage/own-field-types.ts';
import { useListKeys } from '../../ui/list-keys/use-list-keys.ts';
import { Problem } from '../../ui/problem/problem.tsx';
import { OwnTypeForm } from './own-type-form.tsx';
import { useOwnTypes } from './use-own-types.ts';

type OwnTypeTableProps = {
  readonly types: readonly OwnFieldType[];
  readonly edit: (type: OwnFieldType) => void;
  readonly remove: (type: OwnFieldType) => void;
};

function OwnTypeTable({ types, edit, remove }: OwnTypeTableProps): ReactNode {
  const rows = useRef<HTMLTableSectionElement>(null);
  useListKeys(rows);
  return (
    <Table aria-label="Own field types" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Name</Table.Th>
          <Table.Th>Group</Table.Th>
          <Table.Th>Columns called</Table.Th>
          <Table.Th>Pattern</Table.Th>
          <Table.Th ta="right">Actions</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={rows}>
        {types.map((type) => {
          const { en, zh, group, aliases, pattern } = type.content;
          return (
            <Table.Tr key={type.id}>
              <Table.Td>{zh === '' ? en : `${en} · ${zh}`}</Table.Td>
              <Table.Td>{groupLabelOf(group)}</Table.Td>
              <Table.Td>{aliases.join(', ')}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {pattern === '' ? 'any value' : <Code>{pattern}</Code>}
              </Table.Td>
              <Table.Td>
                <Group gap={6} wrap="nowrap" justify="flex-end">
                  <Button
                    variant="default"
                    size="compact-sm"
                    data-list-item
                    aria-label={`Change ${en}`}
                    onClick={() => edit(type)}
                  >
                    Change
                  </Button>
                  <Button variant="default" size="compact-sm" aria-label={`Delete ${en}`} onClick={() => remove(type)}>
                    Delete
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** The analyst's own field types: what a case holds and no built-in type names. */
export function OwnTypes(): ReactNode {
  const types = useStored(ownFieldTypes, []);
  const { run, refusal, putAway } = useOwnTypes();
  const [edited, setEdited] = useState<OwnFieldType | 'new' | null>(null);

  function keep(content: OwnFieldTypeContent): void {
    const type = edited === 'new' || edited === null ? newOwnFieldType(content) : { ...edited, content };
    run({ kind: 'keep', type });
    setEdited(null);
  }

  if (types === undefined) {
    return null;
  }
  return (
    <Stack gap="sm" component="section" aria-label="Own field types">
      <Title order={2}>Own field types</Title>
      {types.length === 0 && edited === null && (
        <Text size="sm" c="dimmed">
          None yet. Add one for what your cases hold and no built-in type names, such as the staff number of a client:
          by the names of its columns and a pattern of its values it is then found in every import.
        </Text>
      )}
      {refusal !== null && (
        <Problem title="Not changed" putAway={putAway}>
          {refusal}
        </Problem>
      )}
      {types.length > 0 && (
        <OwnTypeTable types={types} edit={setEdited} remove={(type) => run({ kind: 'delete', type })} />
      )}
      {edited === null ? (
        <Group>
          <Button variant="default" size="sm" onClick={() => setEdited('new')}>
            Add a field type…
          </Button>
        </Group>
      ) : (
        <OwnTypeForm
          key={edited === 'new' ? 'new' : edited.id}
          type={edited === 'new' ? null : edited}
          keep={keep}
          leave={() => setEdited(null)}
        />
      )}
    </Stack>
  );
}
