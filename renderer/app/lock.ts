import { stopSampleWorker } from '../platform/sample-worker.ts';
import { lockVault } from '../storage/vault.ts';
import { flushAutosaves } from '../ui/autosave/use-autosave.ts';
import { cancelAllJobs } from '../ui/jobs/jobs.ts';

/** Keeps what was typed, stops running work, forgets the keys, and starts the page anew so that no decrypted text stays in memory. */
export async function lock(): Promise<void> {
  cancelAllJobs();
  await flushAutosaves();
  stopSampleWorker();
  lockVault();
  window.location.reload();
}
