import path from 'node:path';
import { runCommand } from './run/command.mjs';
import { projectRoot } from './run/paths.mjs';
import { Problem } from './run/problem.mjs';
import { runShown } from './run/processes.mjs';
import { step } from './run/steps.mjs';
import { buildBenchChildren } from './setup/build.mjs';
import { setUpPackages } from './setup/setup.mjs';

const OPTIONS = ['--no-peers', '--write-tables'];

await runCommand(async (options) => {
  const strange = options.find((option) => !OPTIONS.includes(option));
  if (strange !== undefined) {
    throw new Problem(`There is no option ${strange}. The options are ${OPTIONS.join(' and ')}. Nothing was run.`);
  }
  await setUpPackages();
  await step('programs of the benchmarks', buildBenchChildren);
  const run = (name, ...words) =>
    runShown(process.execPath, [path.join('out', 'bench', `${name}.mjs`), ...words], { cwd: projectRoot });
  if (options.includes('--write-tables')) {
    const { code } = await run('label-tables', 'test/fixtures/labelled');
    return code;
  }
  const { code } = await run('quality', 'test/fixtures/labelled', ...options);
  return code;
});
