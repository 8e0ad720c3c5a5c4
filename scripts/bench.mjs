import { runCommand } from './run/command.mjs';
import { electronEnvironment, isNoise } from './run/electron-environment.mjs';
import { projectRoot } from './run/paths.mjs';
import { Problem } from './run/problem.mjs';
import { runShown } from './run/processes.mjs';
import { step } from './run/steps.mjs';
import { tool } from './run/tools.mjs';
import { withVirtualDisplay } from './run/virtual-display.mjs';
import { ensureBenchPeers } from './setup/bench-peers.mjs';
import { buildApp, buildBenchChildren } from './setup/build.mjs';
import { setUpElectron, setUpPackages } from './setup/setup.mjs';

const NUMBERS = { '--rows': 'LEAKDESK_BENCH_ROWS', '--rounds': 'LEAKDESK_BENCH_ROUNDS' };

await runCommand(async (given) => {
  const { wanted, rest } = readWanted(given);
  console.log('Setting up the benchmarks');
  await setUpPackages();
  await setUpElectron({ virtualDisplay: true, chromium: false });
  await step('tools to compare with', ensureBenchPeers);
  await step('Leakdesk', buildApp);
  await step('programs of the benchmarks', buildBenchChildren);
  const { command, args } = tool(
    '@playwright/test',
    'playwright',
    ...['test', '--config', 'test/bench/playwright.config.ts', ...rest],
  );
  const { code } = await withVirtualDisplay((env) =>
    runShown(command, args, { cwd: projectRoot, env: { ...electronEnvironment(env), ...wanted }, isNoise }),
  );
  return code;
});

/** Takes out what is ours; the rest is Playwright's. A word is part of the name of a spec file, and of no folder above it. */
function readWanted(given) {
  const wanted = {};
  const rest = [];
  const words = given.flatMap((word) => (/^--\w+=/.test(word) ? word.split(/=(.*)/s, 2) : [word]));
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '--long') {
      wanted.LEAKDESK_BENCH_LONG = '1';
    } else if (word in NUMBERS) {
      wanted[NUMBERS[word]] = readNumber(word, words.shift());
    } else {
      rest.push(word.startsWith('-') ? word : `test[\\/]bench[\\/][^\\/]*${word}[^\\/]*$`);
    }
  }
  return { wanted, rest };
}

function readNumber(option, text) {
  if (!/^[1-9]\d{0,8}$/.test(text ?? '')) {
    throw new Problem(`${option} needs a number behind it. Nothing was run.`);
  }
  return text;
}
