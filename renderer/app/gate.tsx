import { Center, Loader } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useEffect, useState } from 'react';
import { CreateVault } from '../features/vault/create-vault.tsx';
import { Unlock } from '../features/vault/unlock.tsx';
import { heldFiles } from '../platform/held-files.ts';
import { makeStorageLast } from '../platform/lasting-storage.ts';
import { adoptTypes, onWorkerRestart, sampleWorker, startSampleWorker } from '../platform/sample-worker.ts';
import { keptOriginals } from '../storage/evidence.ts';
import type { VaultKeys } from '../storage/keys.ts';
import { ownFieldTypes } from '../storage/own-field-types.ts';
import { purgedSampleIds } from '../storage/purge.ts';
import { allSampleIds } from '../storage/samples.ts';
import { vaultExists } from '../storage/vault.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Shell } from './shell.tsx';

type VaultState = 'looking' | 'none' | 'locked' | 'open';

/** Removes the files of imports that were cut off. */
async function removeOrphans(): Promise<void> {
  // What is held is asked first: an import that is committed meanwhile is then among the samples.
  const { samples, originals } = heldFiles();
  const known = [...samples, ...(await allSampleIds())];
  const worker = sampleWorker();
  await worker.removeOrphans(known, await purgedSampleIds(), [...originals, ...(await keptOriginals())]);
}

const triesToClean = 5;
const betweenTries = 500;

/** Cleans up after a worker that ended by itself. The browser lets go of its files a moment later. */
async function cleanUp(tries = triesToClean): Promise<void> {
  try {
    await removeOrphans();
  } catch (cause) {
    if (tries === 0) {
      throw cause;
    }
    await new Promise((resolve) => setTimeout(resolve, betweenTries));
    await cleanUp(tries - 1);
  }
}

/** Starts the worker with its key, removes block files of imports that were cut off, and sees that the vault lasts. */
async function startWork({ blockKey, fingerprintSecret }: VaultKeys): Promise<void> {
  await adoptTypes(await ownFieldTypes());
  await startSampleWorker(blockKey, fingerprintSecret);
  fingerprintSecret.fill(0);
  await removeOrphans();
  onWorkerRestart(() => void cleanUp());
  if (new URLSearchParams(window.location.search).has('page-ended')) {
    window.history.replaceState(null, '', window.location.pathname + window.location.hash);
    notifications.show({
      color: 'orange',
      autoClose: false,
      title: 'Leakdesk’s window had to be started anew',
      message:
        'Its process ended unexpectedly. An import that was running kept nothing; everything stored is as it was.',
    });
  }
  if (!(await makeStorageLast())) {
    notifications.show({
      color: 'orange',
      autoClose: false,
      title: 'This vault is not safe from a full disk',
      message: 'The system may delete it when space runs out. Keep a copy of the profile folder (see Settings).',
    });
  }
}

/** Shows the work only while the vault is open. */
export function Gate(): ReactNode {
  const [state, setState] = useState<VaultState>('looking');
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    vaultExists().then((exists) => setState(exists ? 'locked' : 'none'), setFailure);
  }, []);

  function open(keys: VaultKeys): void {
    startWork(keys).then(() => setState('open'), setFailure);
  }

  return (
    <ErrorBoundary failure={failure}>
      {state === 'looking' && (
        <Center h="100vh">
          <Loader role="status" aria-label="Looking for the vault" />
        </Center>
      )}
      {state === 'none' && <CreateVault onOpen={open} />}
      {state === 'locked' && <Unlock onOpen={open} />}
      {state === 'open' && <Shell />}
    </ErrorBoundary>
  );
}
