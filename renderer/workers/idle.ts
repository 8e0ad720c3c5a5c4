/** So long, in milliseconds, a piece of work that nobody waits for may take, and so long the thread rests after it. */
export const pieceTime = 8;
/** Nothing is done for so long after something was asked: who scrolls asks again soon. */
const quietTime = 150;

/** Tells when a worker's thread has nothing to do that somebody waits for. */
export class Idle {
  readonly #isBusy: () => boolean;
  #lastAsked = 0;

  /** `isBusy` says whether work that was asked for is under way. */
  constructor(isBusy: () => boolean) {
    this.#isBusy = isBusy;
    addEventListener('message', () => {
      this.#lastAsked = performance.now();
    });
  }

  /** Resolves once a piece of work may be done. */
  async wait(): Promise<void> {
    do {
      await new Promise((resolve) => setTimeout(resolve, pieceTime));
    } while (this.#isBusy() || performance.now() - this.#lastAsked < quietTime);
  }
}
