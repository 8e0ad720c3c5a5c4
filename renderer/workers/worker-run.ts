import type { SearchEnd } from './sample-worker-api.ts';

const breathEveryMilliseconds = 40;
const newsEveryMilliseconds = 120;

/** Lets messages that wait come in. A timer would do, but is held back four milliseconds once it is set again and again. */
function breathe(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** How a run stands when it stops early. */
type Stop = Exclude<SearchEnd['kind'], 'complete'>;

/** A piece of long work in the worker: a search, a look-up, the checks, a hash. Asked between two chunks whether it may go on. */
export class WorkerRun {
  readonly #began = performance.now();
  readonly #limit: number;
  #isCancelled = false;
  #breathed = this.#began;
  #told = 0;

  /** `limit`: milliseconds after which the run stops by itself. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Stops the run at its next chunk. */
  cancel(): void {
    this.#isCancelled = true;
  }

  /** Lets messages in now and then: work in memory would otherwise never hear that it is cancelled. */
  async stop(): Promise<Stop | null> {
    const now = performance.now();
    if (now - this.#breathed > breathEveryMilliseconds) {
      await breathe();
      this.#breathed = performance.now();
    }
    if (this.#isCancelled) {
      return 'cancelled';
    }
    return now - this.#began > this.#limit ? 'out-of-time' : null;
  }

  /** True when it is time to tell what was found so far. */
  isNewsDue(): boolean {
    const now = performance.now();
    const isDue = now - this.#told > newsEveryMilliseconds;
    if (isDue) {
      this.#told = now;
    }
    return isDue;
  }

  /** How the run ended. */
  end(kind: SearchEnd['kind']): SearchEnd {
    return { kind, milliseconds: performance.now() - this.#began };
  }
}
