import { Badge, Group, Select, Text } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseId } from '#shared/domain/case.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { ImportPanel } from '../features/import/import-panel.tsx';
import { dismissImport, importStates, useImport, useWaitingFile } from '../features/import/import-states.ts';
import { RereadPanel } from '../features/import/reread-panel.tsx';
import { DeleteSample } from '../features/sample/delete-sample.tsx';
import { PurgeRows } from '../features/sample/purge-rows.tsx';
import { PurgedSample } from '../features/sample/purged-sample.tsx';
import { SampleGrid } from '../features/sample/sample-grid.tsx';
import { evidenceById } from '../storage/evidence.ts';
import { useStored } from '../storage/live.ts';
import { canBePurged } from '../storage/purge.ts';
import { samplesOf } from '../storage/samples.ts';
import { noTask, SampleTasks, type Task } from './sample-tasks.tsx';
import { useScreenCommands } from './screen-commands.ts';
import { useRowView } from './use-row-view.ts';

function SampleName({ sample }: { readonly sample: Sample }): ReactNode {
  const evidence = useStored(() => evidenceById(sample.evidenceId), [sample.evidenceId]);
  return (
    <Group gap="xs" wrap="nowrap">
      <Text fw={600}>{sample.name}</Text>
      {evidence?.bundled === true && (
        <Badge color="gray" variant="filled" tt="none">
          synthetic
        </Badge>
      )}
    </Group>
  );
}

type SampleChoiceProps = {
  readonly samples: readonly Sample[];
  readonly chosen: Sample;
  readonly choose: (id: string) => void;
};

function SampleChoice({ samples, chosen, choose }: SampleChoiceProps): ReactNode {
  return samples.length === 1 ? (
    <SampleName sample={chosen} />
  ) : (
    <Select
      aria-label="Sample"
      data={samples.map(({ id, name, rows }) => ({
        value: String(id),
        label: `${name} (${rows.toLocaleString('en')} rows)`,
      }))}
      value={chosen.id}
      allowDeselect={false}
      flex="0 1 420px"
      onChange={(id) => id !== null && choose(id)}
    />
  );
}

/** The samples of a case: take one in, choose one, see its rows, delete it. */
export function SamplesTab({ caseId }: { readonly caseId: CaseId }): ReactNode {
  const samples = useStored(() => samplesOf(caseId), [caseId]);
  const importing = useImport(caseId);
  const isRunning = importing.kind === 'running';
  const isWaiting = useWaitingFile(caseId) !== null;
  const [task, begin] = useState<Task>(noTask);
  const [search, setSearch] = useSearchParams();
  useEffect(() => {
    if (isWaiting) {
      begin(noTask);
    }
  }, [isWaiting]);
  const imported = importing.kind === 'done' ? importing.sampleId : null;
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    if (wasRunning.current && imported !== null) {
      setSearch({ sample: imported });
    }
    wasRunning.current = isRunning;
  }, [isRunning, imported, setSearch]);
  // What was just imported has been read once the screen is left, or another sample is looked at.
  const forget = useCallback(() => {
    if (importStates.get(caseId).kind === 'done') {
      dismissImport(caseId);
    }
  }, [caseId]);
  useEffect(() => forget, [forget]);
  const view = useRowView(caseId, search);
  const wanted = search.get('sample') ?? imported;
  const chosen = samples?.find(({ id }) => id === wanted) ?? samples?.at(-1);
  useScreenCommands(
    useMemo(
      () =>
        chosen === undefined || isRunning
          ? []
          : [
              { id: 'import-sample', label: 'Import another sample', run: () => begin({ kind: 'adding' }) },
              ...(canBePurged(chosen)
                ? [
                    {
                      id: 'purge-rows',
                      label: `Purge the rows of “${chosen.name}”…`,
                      run: () => begin({ kind: 'purging' }),
                    },
                  ]
                : []),
              { id: 'delete-sample', label: `Delete sample “${chosen.name}”…`, run: () => begin({ kind: 'deleting' }) },
            ],
      [chosen, isRunning],
    ),
  );
  if (samples === undefined) {
    return null;
  }
  const choose = (id: string): void => {
    begin(noTask);
    forget();
    setSearch({ sample: id });
  };
  if (isWaiting && !isRunning) {
    return <ImportPanel caseId={caseId} offering={false} openSample={choose} />;
  }
  return (
    <>
      {task.kind === 'rereading' ? (
        <RereadPanel caseId={caseId} sample={task.sample} preset={task.preset} done={() => begin(noTask)} />
      ) : (
        <ImportPanel caseId={caseId} offering={samples.length === 0 || task.kind === 'adding'} openSample={choose} />
      )}
      {chosen !== undefined && (
        <>
          <Group justify="space-between" mb={4} wrap="nowrap">
            <SampleChoice samples={samples} chosen={chosen} choose={choose} />
            {!isRunning && <SampleTasks sample={chosen} task={task} begin={begin} />}
          </Group>
          {chosen.purgedAt !== null && <PurgedSample sample={chosen} />}
          {chosen.purgedAt === null && view !== null && (
            <SampleGrid
              key={`${chosen.id}|${search.toString()}`}
              sample={chosen}
              view={view}
              showAll={() => choose(chosen.id)}
              reread={(preset) => begin({ kind: 'rereading', sample: chosen, preset })}
            />
          )}
          <PurgeRows sample={chosen} isOpen={task.kind === 'purging'} close={() => begin(noTask)} />
          <DeleteSample sample={chosen} isOpen={task.kind === 'deleting'} close={() => begin(noTask)} />
        </>
      )}
    </>
  );
}
