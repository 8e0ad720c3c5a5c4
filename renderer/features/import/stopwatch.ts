/** Measures running time in milliseconds; pauses do not count. */
export class Stopwatch {
  #before = 0;
  #since: number | null;

  constructor(now: number) {
    this.#since = now;
  }

  /** Stops the watch; nothing happens when it is stopped already. */
  stop(now: number): void {
    this.#before = this.elapsed(now);
    this.#since = null;
  }

  /** Lets a stopped watch go on. */
  go(now: number): void {
    this.#since ??= now;
  }

  elapsed(now: number): number {
    return this.#before + (this.#since === null ? 0 : now - this.#since);
  }
}
