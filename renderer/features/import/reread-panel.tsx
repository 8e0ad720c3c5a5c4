import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import type { Evidence, OriginalId } from '#shared/domain/evidence.ts';
import type { Sample } from '#shared/domain/sample.ts';
import type { ChosenReading } from '#shared/domain/settings.ts';
import { bundledSample } from '../../platform/bundled-files.ts';
import { type KeptOriginal, sampleWorker } from '../../platform/sample-worker.ts';
import { evidenceById } from '../../storage/evidence.ts';
import { useStored } from '../../storage/live.ts';
import { FileDrop } from '../../ui/file-drop/file-drop.tsx';
import { Problem } from '../../ui/problem/problem.tsx';
import { beginReread } from './begin-wizard.ts';
import type { IncomingFile } from './import-states.ts';

type RereadPanelProps = {
  readonly caseId: CaseId;
  readonly sample: Sample;
  /** What is changed of how the file was read, to begin with. */
  readonly preset: ChosenReading;
  readonly done: () => void;
};

type Check =
  | { readonly kind: 'idle' | 'checking' }
  | { readonly kind: 'another-file'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly why: string };

function CheckProblem({ check, evidence }: { readonly check: Check; readonly evidence: Evidence }): ReactNode {
  if (check.kind === 'another-file') {
    return (
      <Problem title="That is another file">
        “{check.name}” does not have the bytes of “{evidence.name}”. Nothing was changed. Choose the file whose SHA-256
        is {evidence.sha256}, or import the other one as a sample of its own.
      </Problem>
    );
  }
  return check.kind === 'unreadable' ? (
    <Problem title="The file could not be read">{check.why} Nothing was changed.</Problem>
  ) : null;
}

function keptFile({ name, byteLength, receivedAt }: Evidence, original: OriginalId): KeptOriginal {
  return { original, name, size: byteLength, lastModified: Date.parse(receivedAt) };
}

/** Asks for the file of a sample again, makes sure that it is the same one, and opens it in the wizard. */
export function RereadPanel({ caseId, sample, preset, done }: RereadPanelProps): ReactNode {
  const evidence = useStored(() => evidenceById(sample.evidenceId), [sample.evidenceId]);
  const [check, setCheck] = useState<Check>({ kind: 'idle' });
  if (evidence === undefined) {
    return null;
  }

  async function take(incoming: IncomingFile): Promise<void> {
    setCheck({ kind: 'checking' });
    try {
      if ((await sampleWorker().hashFile(crypto.randomUUID(), incoming.file)) === evidence?.sha256) {
        await beginReread(caseId, incoming, sample, preset);
        done();
      } else {
        setCheck({ kind: 'another-file', name: incoming.file.name });
      }
    } catch (cause) {
      setCheck({ kind: 'unreadable', why: cause instanceof Error ? cause.message : String(cause) });
    }
  }

  const { bundled, name, sha256, original } = evidence;
  return (
    <Stack gap="sm" mb="sm">
      <CheckProblem check={check} evidence={evidence} />
      <FileDrop
        label={`Drop “${name}” here again`}
        hint={`To read it anew, Leakdesk needs the file itself: SHA-256 ${sha256.slice(0, 16)}…. The sample is replaced only when the new reading is complete; what you said of its columns is kept where the columns have the same names.`}
        accept=""
        onFile={(file) => void take({ file, bundled })}
      >
        {bundled && (
          <Button variant="default" onClick={() => void bundledSample().then((file) => take({ file, bundled: true }))}>
            Use the bundled synthetic sample
          </Button>
        )}
        {original !== null && (
          <Button variant="default" onClick={() => void take({ file: keptFile(evidence, original), bundled })}>
            Use the original that the vault keeps
          </Button>
        )}
      </FileDrop>
      {check.kind === 'checking' && (
        <Group gap="xs" role="status">
          <Loader size="xs" />
          <Text size="sm">Comparing its SHA-256…</Text>
        </Group>
      )}
    </Stack>
  );
}
