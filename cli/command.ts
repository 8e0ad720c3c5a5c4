import type { Writable } from 'node:stream';
import type { Result } from '#shared/lib/result.ts';

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

/** What a command is made of: what its words ask for, or a sentence why they cannot be used, and how that is done. */
type CommandSpec<Task> = Pick<Command, 'name' | 'usage'> & {
  readonly readTask: (words: readonly string[]) => Result<Task, string>;
  readonly perform: (task: Task, surroundings: Surroundings) => Promise<number>;
};

/** Makes a command that says on stderr why its words cannot be used. */
export function defineCommand<Task>({ name, usage, readTask, perform }: CommandSpec<Task>): Command {
  return {
    ...{ name, usage },
    run: async (words, around) => {
      const task = readTask(words);
      if (!task.ok) {
        around.stderr.write(`${task.error}\n`);
        return refused;
      }
      return perform(task.value, around);
    },
  };
}

/** The exit code for what cannot be used or read. */
export const refused = 2;
