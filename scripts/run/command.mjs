import { Interrupted, Problem } from './problem.mjs';

/** Runs a command of this project: its result is the exit code, and expected failures are told without a stack. */
export async function runCommand(main) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    process.exitCode = error instanceof Interrupted ? error.exitCode : 1;
    tell(error);
  }
}

/** Prints why a run ended, unless the user ended it. */
export function tell(error) {
  if (error instanceof Interrupted) {
    return;
  }
  process.stderr.write(`\n${error instanceof Problem ? error.message : error.stack}\n`);
}
