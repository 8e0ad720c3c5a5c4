/** So long, in milliseconds, the thread may work for nobody before it looks whether something was asked. */
export const pieceTime = 8;
/** By default nothing is done for so long after something was asked: who scrolls asks again soon. */
const quietTime = 150;

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Tells when a worker's thread has nothing to do that somebody waits for. */
export class Idle {
  readonly #isBusy: () => boolean;
  #lastAsked = 0;
  #lastRest = 0;

  /** `isBusy` says whether work that was asked for is under way. */
  constructor(isBusy: () => boolean) {
    this.#isBusy = isBusy;
    addEventListener('message', () => {
      this.#lastAsked = performance.now();
    });
  }

  /** Resolves once a piece of work may be done, so long after something was asked (milliseconds). */
  async wait(quiet = quietTime): Promise<void> {
    if (performance.now() - this.#lastRest > pieceTime) {
      // Messages that came in meanwhile are heard now.
      await rest(0);
      this.#lastRest = performance.now();
    }
    while (this.#isBusy() || performance.now() - this.#lastAsked < quiet) {
      await rest(quietTime / 4);
      this.#lastRest = performance.now();
    }
  }
}
