import {
  Badge,
  Button,
  EmptyState,
  Group,
  Pill,
  SegmentedControl,
  Select,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { IconFolderOpen, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { type Case, type CaseId, caseStatuses } from '#shared/domain/case.ts';
import { caseDimensions, caseDimensionWords, groupCases, groupsOf } from '#shared/expose/case-groups.ts';
import { type SeverityBand, severityBands } from '#shared/expose/severity.ts';
import { bandWords } from '#shared/expose/severity-words.ts';
import { allRecordedCases, type RecordedCase } from '../../storage/case-records.ts';
import { bandsOf } from '../../storage/case-severity.ts';
import { useStored } from '../../storage/live.ts';
import { useListKeys } from '../../ui/list-keys/use-list-keys.ts';
import { Page } from '../../ui/page/page.tsx';
import { TlpLabel } from '../../ui/tlp-label/tlp-label.tsx';
import classes from './case-list.module.css';
import { groupedCases } from './grouped-cases.ts';
import { statusLabels } from './status-labels.ts';

/** Which severity is asked for: a band, or the cases that have none. */
const severities = [...severityBands.toReversed(), 'unscored'] as const;
const severityLabels: Readonly<Record<(typeof severities)[number], string>> = { ...bandWords, unscored: 'Not scored' };

type CaseRowProps = { readonly found: Case; readonly band: SeverityBand | null };

function CaseRow({ found, band }: CaseRowProps): ReactNode {
  return (
    <Table.Tr>
      <Table.Td>
        <Link to={`/cases/${found.id}`} className={classes['link']} data-list-item>
          {found.title}
        </Link>
      </Table.Td>
      <Table.Td>
        <Badge variant="default" tt="none">
          {statusLabels[found.status]}
        </Badge>
      </Table.Td>
      <Table.Td>{band === null ? '–' : bandWords[band]}</Table.Td>
      <Table.Td>
        <TlpLabel label={found.tlp} />
      </Table.Td>
      <Table.Td className={classes['time'] ?? ''}>{new Date(found.updatedAt).toLocaleString()}</Table.Td>
    </Table.Tr>
  );
}

/** What stands where there are no cases yet: what a case begins with. */
export function NoCases({ begin }: { readonly begin: () => void }): ReactNode {
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

type AskedFor = { readonly label: string; readonly members: ReadonlySet<CaseId> };

/** The group of cases that an address asks for, as a chart of cases names it; null where it asks for none. */
function groupAsked(filter: URLSearchParams, recorded: readonly RecordedCase[]): AskedFor | null {
  const dimension = caseDimensions.find((known) => known === filter.get('by'));
  const key = filter.get('is');
  if (dimension === undefined || key === null) {
    return null;
  }
  const grouped = groupedCases(recorded);
  const members = grouped.filter((one) => groupsOf(one, dimension).includes(key)).map(({ id }) => id);
  const label = groupCases(grouped, dimension).find((one) => one.key === key)?.label ?? key;
  return { label: `${caseDimensionWords[dimension]}: ${label}`, members: new Set(members) };
}

/** Every case of the vault, the last touched first. */
export function CaseList(): ReactNode {
  const navigate = useNavigate();
  const recorded = useStored(allRecordedCases, []);
  const bands = useMemo(() => bandsOf(recorded ?? []), [recorded]);
  const [letters, setLetters] = useState('');
  const list = useRef<HTMLTableSectionElement>(null);
  useListKeys(list);
  const begin = (): void => void navigate('/cases/new');
  const [filter, setFilter] = useSearchParams();
  const status = caseStatuses.find((known) => known === filter.get('status')) ?? null;
  const severity = severities.find((known) => known === filter.get('severity')) ?? null;
  const group = groupAsked(filter, recorded ?? []);
  const narrow = (name: 'status' | 'severity' | 'by', value: string | null): void =>
    setFilter(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === null) {
          after.delete(name);
        } else {
          after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  const shown = (recorded ?? [])
    .map(({ of }) => of)
    .filter((found) => status === null || found.status === status)
    .filter(({ id }) => severity === null || (bands.get(id) ?? 'unscored') === severity)
    .filter(({ id }) => group === null || group.members.has(id))
    .filter(({ title }) => title.toLowerCase().includes(letters.toLowerCase()));

  if (recorded === undefined) {
    return null;
  }
  return (
    <Page title="Cases" actions={recorded.length > 0 && <Button onClick={begin}>New case</Button>}>
      {recorded.length === 0 ? (
        <NoCases begin={begin} />
      ) : (
        <>
          <Group mb="sm">
            <TextInput
              data-search
              aria-label="Search cases"
              placeholder="Search in titles ( / )"
              leftSection={<IconSearch size={16} aria-hidden />}
              value={letters}
              onChange={(event) => setLetters(event.currentTarget.value)}
              w={360}
            />
            <SegmentedControl
              aria-label="Which cases"
              data={[
                { value: 'all', label: 'All' },
                ...caseStatuses.map((value) => ({ value, label: statusLabels[value] })),
              ]}
              value={status ?? 'all'}
              onChange={(value) => narrow('status', value === 'all' ? null : value)}
            />
            <Select
              aria-label="Severity"
              placeholder="Any severity"
              data={severities.map((value) => ({ value, label: severityLabels[value] }))}
              value={severity}
              clearable
              w={150}
              onChange={(value) => narrow('severity', value)}
            />
            {group !== null && (
              <Pill
                withRemoveButton
                removeButtonProps={{ 'aria-label': `Show all: ${group.label}` }}
                onRemove={() => narrow('by', null)}
              >
                {group.label}
              </Pill>
            )}
          </Group>
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Title</Table.Th>
                <Table.Th w={100}>Status</Table.Th>
                <Table.Th w={110}>Severity</Table.Th>
                <Table.Th w={150}>Marking</Table.Th>
                <Table.Th w={180}>Last change</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody ref={list}>
              {shown.map((found) => (
                <CaseRow key={found.id} found={found} band={bands?.get(found.id) ?? null} />
              ))}
            </Table.Tbody>
          </Table>
          {shown.length === 0 && (
            <Text size="sm">
              No case is like that. Clear the search, choose All and any severity to see all {recorded.length}.
            </Text>
          )}
        </>
      )}
    </Page>
  );
}
