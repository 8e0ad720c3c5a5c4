/** Pauses and stops an import from outside; the import asks between two chunks. */
export class ImportControl {
  isCancelled = false;
  #resume: (() => void) | null = null;
  #gate: Promise<void> = Promise.resolve();

  /** Holds the import at its next pause. */
  pause(): void {
    if (this.#resume === null && !this.isCancelled) {
      this.#gate = new Promise((resolve) => {
        this.#resume = resolve;
      });
    }
  }

  /** Lets a held import go on. */
  resume(): void {
    this.#resume?.();
    this.#resume = null;
  }

  /** Stops the import, held or not. */
  cancel(): void {
    this.isCancelled = true;
    this.resume();
  }

  /** Resolves at once, or when a pause ends. */
  passed(): Promise<void> {
    return this.#gate;
  }
}
