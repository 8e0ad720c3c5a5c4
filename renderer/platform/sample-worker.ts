import { proxy, type Remote, wrap } from 'comlink';
import type { ImportProgress, SampleWorkerApi } from '../workers/sample-worker-api.ts';
import { bundledKernels } from './bundled-files.ts';

let worker: Worker | null = null;
let remote: Remote<SampleWorkerApi> | null = null;

/**
 * Starts the worker that owns the block files and gives it the vault's block key, and the secret for fingerprints. Without
 * that none are made, and look-ups read every block.
 */
export async function startSampleWorker(
  blockKey: CryptoKey,
  fingerprintSecret: Uint8Array | null = null,
): Promise<void> {
  stopSampleWorker();
  worker = new Worker(new URL('../workers/sample-worker.ts', import.meta.url), { type: 'module', name: 'samples' });
  remote = wrap<SampleWorkerApi>(worker);
  await remote.unlock(blockKey, fingerprintSecret, await bundledKernels());
}

/** Ends the worker, and with it every key and every decrypted value it holds. */
export function stopSampleWorker(): void {
  worker?.terminate();
  worker = null;
  remote = null;
}

/** The worker of the open vault. Throws while the vault is locked. */
export function sampleWorker(): Remote<SampleWorkerApi> {
  if (remote === null) {
    throw new Error('The vault is locked.');
  }
  return remote;
}

/** Lets the worker call back into the page. */
export function progressSink(hear: (progress: ImportProgress) => void): (progress: ImportProgress) => void {
  return proxy(hear);
}

/** Lets the worker tell the page what a search or look-up has found so far. */
export function newsSink<News>(hear: (news: News) => void): (news: News) => void {
  return proxy(hear);
}

export type * from '../workers/sample-worker-api.ts';
