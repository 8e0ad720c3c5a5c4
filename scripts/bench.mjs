import { runCommand } from './run/command.mjs';
import { electronEnvironment, isNoise } from './run/electron-environment.mjs';
import { projectRoot } from './run/paths.mjs';
import { runShown } from './run/processes.mjs';
import { step } from './run/steps.mjs';
import { tool } from './run/tools.mjs';
import { withVirtualDisplay } from './run/virtual-display.mjs';
import { buildApp } from './setup/build.mjs';
import { setUpElectron, setUpPackages } from './setup/setup.mjs';

await runCommand(async (given) => {
  console.log('Setting up the benchmarks');
  await setUpPackages();
  await setUpElectron({ virtualDisplay: true, chromium: false });
  await step('Leakdesk', buildApp);
  const { command, args } = tool(
    '@playwright/test',
    'playwright',
    ...['test', '--config', 'test/bench/playwright.config.ts', ...given],
  );
  const { code } = await withVirtualDisplay((env) =>
    runShown(command, args, { cwd: projectRoot, env: electronEnvironment(env), isNoise }),
  );
  return code;
});
