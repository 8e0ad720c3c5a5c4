import { stopSampleWorker } from '../platform/sample-worker.ts';
import { lockVault } from '../storage/vault.ts';
import { flushAutosaves } from '../ui/autosave/use-autosave.ts';
import { cancelAllJobs } from '../ui/jobs/jobs.ts';

let takeDown: () => void = () => undefined;

const patienceMilliseconds = 2_000;

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patienceMilliseconds));
}

/** Says how to take the screens down, so that none of them reads a record once the key is gone. */
export function beforeLock(unmount: () => void): void {
  takeDown = unmount;
}

/**
 * Keeps what was typed, stops running work, takes the screens down, forgets the keys, and starts the page anew so that no
 * decrypted text stays in memory.
 */
export async function lock(): Promise<void> {
  cancelAllJobs();
  try {
    await Promise.race([flushAutosaves(), patience()]);
  } finally {
    // Whatever could not be kept, the vault locks.
    takeDown();
    stopSampleWorker();
    lockVault();
    window.location.reload();
  }
}
