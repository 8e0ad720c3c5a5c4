import type { Writable } from 'node:stream';

/** What surrounds a command: where it reads and writes, and the folder that file names are relative to. */
export type Surroundings = {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly folder: string;
};

/** One word of the command line. A new one is a file of its own and a line in `commands.ts`. */
export type Command = {
  readonly name: string;
  /** Lines that say how it is called and what it does. */
  readonly usage: string;
  /** Gives the exit code: 0, or 2 when something given cannot be used or read. */
  readonly run: (args: readonly string[], surroundings: Surroundings) => Promise<number>;
};

/** The exit code for what cannot be used or read. */
export const refused = 2;
