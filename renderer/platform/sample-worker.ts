import { proxy, type Remote, wrap } from 'comlink';
import { adoptOwnTypes } from '#shared/classify/own-types.ts';
import type { OwnFieldType } from '#shared/domain/own-field-type.ts';
import type { ImportProgress, SampleWorkerApi } from '../workers/sample-worker-api.ts';
import { bundledKernels } from './bundled-files.ts';

type Keys = { readonly blockKey: CryptoKey; readonly fingerprintSecret: Uint8Array | null };
type Running = {
  readonly worker: Worker;
  readonly remote: Remote<SampleWorkerApi>;
  /** Fails the calls that are not answered yet. */
  readonly fail: (cause: Error) => void;
};

/** A worker that ends sooner than this after its start would only end again. */
const leastLifeMilliseconds = 1_000;

let keys: Keys | null = null;
let ownTypes: readonly OwnFieldType[] = [];
let running: Running | null = null;
const hearers = new Set<() => void>();

/** A remote whose calls can be failed: a worker that has ended answers none. */
function failing(remote: Remote<SampleWorkerApi>): Pick<Running, 'remote' | 'fail'> {
  const waiting = new Set<(cause: Error) => void>();
  const watched = new Proxy(remote, {
    get: (target, name) => {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function' || typeof name === 'symbol') {
        return call;
      }
      return (...given: readonly unknown[]) =>
        new Promise<unknown>((resolve, reject) => {
          waiting.add(reject);
          const answer: Promise<unknown> = Promise.resolve(Reflect.apply(call, target, given));
          answer.then(resolve, reject).finally(() => waiting.delete(reject));
        });
    },
  });
  const fail = (cause: Error): void => {
    for (const reject of waiting) {
      reject(cause);
    }
  };
  return { remote: watched, fail };
}

/** The browser gives a worker's locks away when it ends, however it ended: nothing else tells. */
function watchLife(life: string, { worker, fail }: Running): void {
  const since = performance.now();
  void navigator.locks.request(life, async () => {
    if (running?.worker !== worker) {
      return;
    }
    running = null;
    fail(new Error('the part of Leakdesk that reads and stores samples ended unexpectedly'));
    if (performance.now() - since > leastLifeMilliseconds) {
      await run();
      for (const hear of hearers) {
        hear();
      }
    }
  });
}

async function run(): Promise<void> {
  const kernels = await bundledKernels();
  if (keys === null || running !== null) {
    return;
  }
  const worker = new Worker(new URL('../workers/sample-worker.ts', import.meta.url), {
    ...{ type: 'module', name: 'samples' },
  });
  const started = { worker, ...failing(wrap<SampleWorkerApi>(worker)) };
  running = started;
  worker.onerror = ({ message }) => started.fail(new Error(`the sample worker could not start: ${message}`));
  const life = crypto.randomUUID();
  await started.remote.unlock(keys.blockKey, keys.fingerprintSecret, kernels);
  await started.remote.adoptTypes(ownTypes);
  await started.remote.live(life);
  worker.onerror = null;
  watchLife(life, started);
}

/**
 * Starts the worker that owns the block files and gives it the vault's block key, and the secret for fingerprints. Without
 * that none are made, and look-ups read every block. A worker that ends by itself is started anew.
 */
export async function startSampleWorker(
  blockKey: CryptoKey,
  fingerprintSecret: Uint8Array | null = null,
): Promise<void> {
  stopSampleWorker();
  keys = { blockKey, fingerprintSecret: fingerprintSecret?.slice() ?? null };
  await run();
}

/** Makes the analyst's own field types known to the page and to the worker, also to one that is started anew. */
export async function adoptTypes(own: readonly OwnFieldType[]): Promise<void> {
  ownTypes = own;
  adoptOwnTypes(own);
  await running?.remote.adoptTypes(own);
}

/** Ends the worker, and with it every key and every decrypted value it holds. */
export function stopSampleWorker(): void {
  keys?.fingerprintSecret?.fill(0);
  keys = null;
  running?.worker.terminate();
  running = null;
}

/** Calls back whenever the worker had to be started anew: it has no sample open then. Returns how to end that. */
export function onWorkerRestart(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** The worker of the open vault. Throws while the vault is locked. */
export function sampleWorker(): Remote<SampleWorkerApi> {
  if (running === null) {
    throw new Error(keys === null ? 'The vault is locked.' : 'The sample worker has ended. Lock and unlock the vault.');
  }
  return running.remote;
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
