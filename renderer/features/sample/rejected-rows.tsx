import { Alert, Button, Checkbox, Group, Modal, Pagination, Select, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { RejectReason, Sample } from '#shared/domain/sample.ts';
import type { ChosenReading } from '#shared/domain/settings.ts';
import { counted } from '#shared/lib/counted.ts';
import { explainReason } from '#shared/parse/explain-reason.ts';
import { type RejectedGroup, type RejectedView, sampleWorker } from '../../platform/sample-worker.ts';
import { exportRejected } from './export-rejected.ts';
import { RejectedTable } from './rejected-table.tsx';

/** Begins to read a sample's file anew; the options given are what is changed to begin with. */
export type Reread = (preset: ChosenReading) => void;

const perPage = 50;

/** The option that usually mends records of a reason. */
const mends: Readonly<Partial<Record<RejectReason, { readonly preset: ChosenReading; readonly label: string }>>> = {
  'too-few-cells': { preset: { shortRows: 'fill' }, label: 'Read anew, short rows filled…' },
  'unclosed-quote': { preset: { quote: '' }, label: 'Read anew without quotes…' },
};

function useGroups(sample: Sample, isOpen: boolean): readonly RejectedGroup[] {
  const [groups, setGroups] = useState<readonly RejectedGroup[]>([]);
  useEffect(() => {
    if (isOpen) {
      void sampleWorker().rejectedGroups(sample.id).then(setGroups);
    }
  }, [sample.id, isOpen]);
  return groups;
}

function GroupHelp({ reason, reread }: { readonly reason: RejectReason; readonly reread: Reread }): ReactNode {
  const { what, why, help } = explainReason(reason);
  const mend = mends[reason];
  return (
    <Group justify="space-between" wrap="nowrap" align="start">
      <Text size="sm">
        <b>The record {what}.</b> {why} {help}
      </Text>
      <Button variant="default" size="compact-sm" style={{ flexShrink: 0 }} onClick={() => reread(mend?.preset ?? {})}>
        {mend?.label ?? 'Read anew with other options…'}
      </Button>
    </Group>
  );
}

type ExportProps = { readonly sample: Sample; readonly view: RejectedView; readonly count: number };

function ExportBar({ sample, view, count }: ExportProps): ReactNode {
  const [isAsking, setIsAsking] = useState(false);
  const [isConfirmed, setIsConfirmed] = useState(false);
  const [outcome, setOutcome] = useState<string | null>(null);

  async function save(form: 'text' | 'csv'): Promise<void> {
    setOutcome(await exportRejected(sample, { view, count, form }));
    setIsAsking(false);
    setIsConfirmed(false);
  }

  if (!isAsking) {
    return (
      <Group gap="sm">
        <Button variant="default" size="compact-sm" onClick={() => setIsAsking(true)}>
          Export {counted(count, 'record')}…
        </Button>
        {outcome !== null && (
          <Text size="sm" role="status">
            {outcome}
          </Text>
        )}
      </Group>
    );
  }
  return (
    <Alert color="orange" variant="light" title="The file holds stolen data in clear" role="alert">
      <Stack gap="xs">
        <Text size="sm">
          It is not encrypted and leaves Leakdesk. Keep it only as long as you must, and where your rules allow it. The
          history notes the export.
        </Text>
        <Checkbox
          label="I need these records in clear"
          checked={isConfirmed}
          onChange={({ currentTarget }) => setIsConfirmed(currentTarget.checked)}
        />
        <Group gap="xs">
          <Button size="compact-sm" disabled={!isConfirmed} onClick={() => void save('text')}>
            Save as text…
          </Button>
          <Button size="compact-sm" disabled={!isConfirmed} onClick={() => void save('csv')}>
            Save as CSV with lines and reasons…
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setIsAsking(false)}>
            Do not export
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

type RejectedRowsProps = { readonly sample: Sample; readonly reread: Reread };

function viewOf(value: string | null, groups: readonly RejectedGroup[]): RejectedView {
  return groups.find(({ reason }) => reason === value)?.reason ?? 'all';
}

function RejectedList({
  sample,
  reread,
  groups,
}: RejectedRowsProps & { readonly groups: readonly RejectedGroup[] }): ReactNode {
  const [chosen, setChosen] = useState<RejectedView | null>(null);
  const [page, setPage] = useState(1);
  const [only] = groups;
  const view = chosen ?? (groups.length === 1 && only !== undefined ? only.reason : 'all');
  const count = groups.find(({ reason }) => reason === view)?.count ?? sample.rejected;
  return (
    <Stack gap="sm">
      <Select
        label="Reason"
        data={[
          { value: 'all', label: `All reasons (${sample.rejected.toLocaleString('en')})` },
          ...groups.map(({ reason, count: own }) => ({
            value: String(reason),
            label: `The record ${explainReason(reason).what} (${own.toLocaleString('en')})`,
          })),
        ]}
        value={view}
        allowDeselect={false}
        onChange={(value) => {
          setChosen(viewOf(value, groups));
          setPage(1);
        }}
      />
      {view !== 'all' && <GroupHelp reason={view} reread={reread} />}
      <RejectedTable sample={sample} view={view} start={(page - 1) * perPage} end={page * perPage} />
      {count > perPage && (
        <Pagination
          total={Math.ceil(count / perPage)}
          value={page}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': control })}
        />
      )}
      <ExportBar key={view} sample={sample} view={view} count={count} />
    </Stack>
  );
}

/** Opens the records that were read but not stored: by reason, each with its line, and what can be done about them. */
export function RejectedRows({ sample, reread }: RejectedRowsProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const groups = useGroups(sample, isOpen);
  if (sample.rejected === 0) {
    return null;
  }
  const count = sample.rejected.toLocaleString('en');
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setIsOpen(true)}>
        {count} rejected
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        size="xl"
        title={sample.rejected === 1 ? '1 record that is no row' : `${count} records that are no rows`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Stack gap="sm">
          <Text size="sm">
            Nothing of the file is lost: what does not fit the table is kept here, encrypted, as it was found.
          </Text>
          {groups.length > 0 && (
            <RejectedList
              sample={sample}
              groups={groups}
              reread={(preset) => {
                setIsOpen(false);
                reread(preset);
              }}
            />
          )}
        </Stack>
      </Modal>
    </>
  );
}
