import { runChecks } from './run/checks.mjs';
import { runCommand } from './run/command.mjs';
import { summarize } from './run/summary.mjs';
import { setUpChecks, setUpPackages } from './setup/setup.mjs';

await runCommand(async () => {
  console.log('Setting up the checks');
  await setUpPackages();
  await setUpChecks();
  console.log('Checking');
  return summarize(await runChecks());
});
