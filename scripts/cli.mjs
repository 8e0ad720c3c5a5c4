import { pathToFileURL } from 'node:url';
import { runCommand } from './run/command.mjs';
import { builtCli } from './setup/build.mjs';

/** Stdout belongs to the command's output, so what setting up has to say goes to stderr. */
const announce = (text) => process.stderr.write(`Leakdesk: ${text}\n`);

await runCommand(async (words) => {
  const { main } = await import(pathToFileURL(await builtCli(announce)));
  const { stdin, stdout, stderr } = process;
  return main(words, { stdin, stdout, stderr, folder: callersFolder() });
});

/** npm runs us in the project's folder and keeps the one it was called in. */
function callersFolder() {
  const { npm_lifecycle_event: script, INIT_CWD: called } = process.env;
  return script === 'cli' && called ? called : process.cwd();
}
