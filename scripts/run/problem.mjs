/** A failure the user can act on: its message says what happened, what was kept and what to do next. */
export class Problem extends Error {
  name = 'Problem';
}

/** The end of the run that the user or the system asked for with a signal. */
export class Interrupted extends Error {
  name = 'Interrupted';

  constructor(exitCode) {
    super('Interrupted.');
    this.exitCode = exitCode;
  }
}
