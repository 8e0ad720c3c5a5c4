import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import { tableExtensions } from '#shared/parse/formats.ts';
import { bundledSample } from '../../platform/bundled-files.ts';
import { FileDrop } from '../../ui/file-drop/file-drop.tsx';
import { Problem } from '../../ui/problem/problem.tsx';
import { describeProgress } from './describe-progress.ts';
import { dismissImport, type ImportState, startImport, useImport } from './imports.ts';

function Running({ state }: { readonly state: Extract<ImportState, { kind: 'running' }> }): ReactNode {
  const { name, progress, startedAt, cancel } = state;
  const share = progress.totalBytes === 0 ? 1 : progress.bytesRead / progress.totalBytes;
  return (
    <Stack gap="xs" p="md" role="status">
      <Text fw={600}>Importing {name}</Text>
      <Progress value={share * 100} aria-label="Progress of the import" />
      <Group justify="space-between">
        <Text size="sm">{describeProgress(progress, performance.now() - startedAt)}</Text>
        <Button variant="default" onClick={cancel}>
          Cancel import
        </Button>
      </Group>
    </Stack>
  );
}

type ImportPanelProps = {
  readonly caseId: CaseId;
  /** Whether to offer the place to drop a file: true while the case has no sample, or when asked for. */
  readonly offering: boolean;
};

/** Takes a sample into the case: drop or open a file, watch it come in, stop it, read how it ended. */
export function ImportPanel({ caseId, offering }: ImportPanelProps): ReactNode {
  const state = useImport(caseId);
  if (state.kind === 'running') {
    return <Running state={state} />;
  }
  return (
    <Stack gap="sm" mb={offering || state.kind !== 'idle' ? 'sm' : 0}>
      {state.kind === 'failed' && <Problem title="Nothing was imported">{state.sentence}</Problem>}
      {state.kind === 'done' && (
        <Alert
          role="status"
          color="petrol"
          variant="light"
          icon={<IconCheck aria-hidden size={18} />}
          withCloseButton
          closeButtonLabel="Put away"
          onClose={() => dismissImport(caseId)}
        >
          {state.sentence}
        </Alert>
      )}
      {offering && (
        <FileDrop
          label="Drop a sample here"
          hint="A CSV file of any size, in UTF-8. It is hashed, parsed and encrypted on this machine; the file itself is not changed."
          accept={tableExtensions.join(',')}
          onFile={(file) => void startImport(caseId, { file, bundled: false })}
        >
          <Button
            variant="default"
            onClick={() => void bundledSample().then((file) => startImport(caseId, { file, bundled: true }))}
          >
            Use the bundled synthetic sample
          </Button>
        </FileDrop>
      )}
    </Stack>
  );
}
