import { refused, type Surroundings } from './command.ts';
import { commands } from './commands.ts';
import { ReaderGone } from './output.ts';

const usage = `Leakdesk on the command line. Nothing is stored, and nothing leaves the machine.

${commands.map((command) => command.usage).join('\n\n')}
`;

/** Runs the command that the words name, and gives the exit code. */
export async function main(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || name === '--help') {
    surroundings.stdout.write(usage);
    return 0;
  }
  const command = commands.find((known) => known.name === name);
  if (command === undefined) {
    surroundings.stderr.write(`There is no command “${name}”.\n\n${usage}`);
    return refused;
  }
  try {
    return await command.run(rest, surroundings);
  } catch (cause) {
    if (cause instanceof ReaderGone) {
      return 0;
    }
    throw cause;
  }
}
