import { Badge, Button, EmptyState, Table, Text, TextInput } from '@mantine/core';
import { IconFolderOpen, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Case } from '#shared/domain/case.ts';
import { allCases } from '../../storage/cases.ts';
import { useStored } from '../../storage/live.ts';
import { useListKeys } from '../../ui/list-keys/use-list-keys.ts';
import { Page } from '../../ui/page/page.tsx';
import { TlpLabel } from '../../ui/tlp-label/tlp-label.tsx';
import classes from './case-list.module.css';

function CaseRow({ found }: { readonly found: Case }): ReactNode {
  return (
    <Table.Tr>
      <Table.Td>
        <Link to={`/cases/${found.id}`} className={classes['link']} data-list-item>
          {found.title}
        </Link>
      </Table.Td>
      <Table.Td>
        <Badge variant="default" tt="none">
          {found.status}
        </Badge>
      </Table.Td>
      <Table.Td>
        <TlpLabel label={found.tlp} />
      </Table.Td>
      <Table.Td className={classes['time'] ?? ''}>{new Date(found.updatedAt).toLocaleString()}</Table.Td>
    </Table.Tr>
  );
}

function NoCases({ begin }: { readonly begin: () => void }): ReactNode {
  return (
    <EmptyState
      mt={60}
      icon={<IconFolderOpen aria-hidden />}
      title="No cases yet"
      description="A case begins with a listing: the post or article that offers the data. Paste its text, and Leakdesk proposes what it claims."
    >
      <EmptyState.Actions>
        <Button onClick={begin}>New case from a listing</Button>
      </EmptyState.Actions>
    </EmptyState>
  );
}

/** Every case of the vault, the last touched first. */
export function CaseList(): ReactNode {
  const navigate = useNavigate();
  const cases = useStored(allCases, []);
  const [letters, setLetters] = useState('');
  const list = useRef<HTMLTableSectionElement>(null);
  useListKeys(list);
  const begin = (): void => void navigate('/cases/new');
  const shown = (cases ?? []).filter(({ title }) => title.toLowerCase().includes(letters.toLowerCase()));

  if (cases === undefined) {
    return null;
  }
  return (
    <Page title="Cases" actions={cases.length > 0 && <Button onClick={begin}>New case</Button>}>
      {cases.length === 0 ? (
        <NoCases begin={begin} />
      ) : (
        <>
          <TextInput
            data-search
            aria-label="Search cases"
            placeholder="Search in titles ( / )"
            leftSection={<IconSearch size={16} aria-hidden />}
            value={letters}
            onChange={(event) => setLetters(event.currentTarget.value)}
            maw={360}
            mb="sm"
          />
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Title</Table.Th>
                <Table.Th w={100}>Status</Table.Th>
                <Table.Th w={150}>Marking</Table.Th>
                <Table.Th w={180}>Last change</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody ref={list}>
              {shown.map((found) => (
                <CaseRow key={found.id} found={found} />
              ))}
            </Table.Tbody>
          </Table>
          {shown.length === 0 && (
            <Text size="sm">
              No title has “{letters}”. Clear the search to see all {cases.length}.
            </Text>
          )}
        </>
      )}
    </Page>
  );
}
