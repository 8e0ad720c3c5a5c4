import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import type { SampleId } from '#shared/domain/sample.ts';
import { tableExtensions } from '#shared/parse/formats.ts';
import { bundledSample } from '../../platform/bundled-files.ts';
import { FileDrop } from '../../ui/file-drop/file-drop.tsx';
import { Problem } from '../../ui/problem/problem.tsx';
import { beginWizard } from './begin-wizard.ts';
import { describeProgress } from './describe-progress.ts';
import { dismissImport, type ImportState, useImport, useWaitingFile } from './import-states.ts';
import { ImportWizard } from './import-wizard.tsx';

/** Files around the ones that are read. */
const archiveExtensions = ['.zip', '.gz'];

function Running({ state }: { readonly state: Extract<ImportState, { kind: 'running' }> }): ReactNode {
  const { name, progress, elapsed, isPaused, pause, resume, cancel } = state;
  const share = progress.totalBytes === 0 ? 1 : progress.bytesRead / progress.totalBytes;
  return (
    <Stack gap="xs" p="md" role="status">
      <Text fw={600}>
        {isPaused ? 'Paused: importing' : 'Importing'} {name}
      </Text>
      <Progress value={share * 100} aria-label="Progress of the import" />
      <Group justify="space-between">
        <Text size="sm">{describeProgress(progress, elapsed, isPaused)}</Text>
        <Group gap="xs">
          <Button variant="default" onClick={isPaused ? resume : pause}>
            {isPaused ? 'Resume' : 'Pause'}
          </Button>
          <Button variant="default" onClick={cancel}>
            Cancel import
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

type OutcomeProps = {
  readonly state: ImportState;
  readonly putAway: () => void;
  readonly openSample: (id: SampleId) => void;
};

function Outcome({ state, putAway, openSample }: OutcomeProps): ReactNode {
  switch (state.kind) {
    case 'failed':
      return (
        <Problem title="Nothing was imported" putAway={putAway}>
          <Stack gap="xs" align="start">
            {state.sentence}
            {state.anyway !== null && (
              <Button variant="default" size="compact-sm" onClick={state.anyway}>
                Say how to read it…
              </Button>
            )}
          </Stack>
        </Problem>
      );
    case 'known': {
      const { sentence, sampleId, keep, drop } = state;
      return (
        <Problem title="This file is in the case already">
          <Stack gap="xs" align="start">
            {sentence}
            <Group gap="xs">
              <Button
                onClick={() => {
                  drop();
                  if (sampleId !== null) {
                    openSample(sampleId);
                  }
                }}
              >
                {sampleId === null ? 'Drop what was read now' : 'Open the sample that is there'}
              </Button>
              <Button variant="default" onClick={keep}>
                Keep this one too
              </Button>
            </Group>
          </Stack>
        </Problem>
      );
    }
    case 'done':
      return (
        <Alert
          role="status"
          color="petrol"
          variant="light"
          icon={<IconCheck aria-hidden size={18} />}
          withCloseButton
          closeButtonLabel="Put away"
          onClose={putAway}
        >
          {state.sentence}
        </Alert>
      );
    default:
      return null;
  }
}

type ImportPanelProps = {
  readonly caseId: CaseId;
  /** Whether to offer the place to drop a file: true while the case has no sample, or when asked for. */
  readonly offering: boolean;
  readonly openSample: (id: SampleId) => void;
};

/** Takes a sample into the case: drop or open a file, look at it, watch it come in, stop it, read how it ended. */
export function ImportPanel({ caseId, offering, openSample }: ImportPanelProps): ReactNode {
  const state = useImport(caseId);
  const waiting = useWaitingFile(caseId);
  if (state.kind === 'running') {
    return <Running state={state} />;
  }
  if (waiting !== null) {
    const { name, lastModified } = waiting.incoming.file;
    return <ImportWizard key={`${name}|${lastModified}`} caseId={caseId} waiting={waiting} openSample={openSample} />;
  }
  return (
    <Stack gap="sm" mb={offering || state.kind !== 'idle' ? 'sm' : 0}>
      <Outcome state={state} putAway={() => dismissImport(caseId)} openSample={openSample} />
      {offering && (
        <FileDrop
          label="Drop a sample here"
          hint="A dump, list, table, workbook or archive of any size, in any usual encoding. You see how it is read before anything is stored; the file itself is not changed."
          accept={[...tableExtensions, ...archiveExtensions].join(',')}
          onFile={(file) => void beginWizard(caseId, { file, bundled: false })}
        >
          <Button
            variant="default"
            onClick={() => void bundledSample().then((file) => beginWizard(caseId, { file, bundled: true }))}
          >
            Use the bundled synthetic sample
          </Button>
        </FileDrop>
      )}
    </Stack>
  );
}
