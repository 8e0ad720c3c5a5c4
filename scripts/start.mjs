import { runCommand } from './run/command.mjs';
import { electronEnvironment, isNoise } from './run/electron-environment.mjs';
import { projectRoot } from './run/paths.mjs';
import { runShown } from './run/processes.mjs';
import { step } from './run/steps.mjs';
import { tool } from './run/tools.mjs';
import { hasDisplay, withVirtualDisplay } from './run/virtual-display.mjs';
import { buildApp } from './setup/build.mjs';
import { electronProgram } from './setup/electron-runtime.mjs';
import { setUpElectron, setUpPackages } from './setup/setup.mjs';

await runCommand(async (args) => {
  console.log('Setting up Leakdesk');
  await setUpPackages();
  const electron = await setUpElectron({ virtualDisplay: !hasDisplay(), chromium: false });
  await step('Leakdesk', buildApp);
  return hasDisplay() ? open(electron, args) : demonstrate();
});

async function open(electron, args) {
  const sandbox = [];
  if (process.platform === 'linux' && process.getuid() === 0) {
    console.log('Warning: as root Electron runs without its sandbox. Use an ordinary account for real data.');
    sandbox.push('--no-sandbox');
  }
  console.log('Opening Leakdesk');
  const { code } = await runShown(electronProgram(electron), [...sandbox, projectRoot, ...args], {
    cwd: projectRoot,
    env: electronEnvironment(process.env),
    isNoise,
  });
  return code;
}

async function demonstrate() {
  console.log('There is no display here: the bundled case is worked through on a virtual one (Xvfb).');
  if (process.getuid() === 0) {
    console.log('Warning: as root Electron runs without its sandbox.');
  }
  const { command, args } = tool(
    '@playwright/test',
    'playwright',
    ...['test', '--config', 'test/e2e/playwright.config.ts', '--project', 'demo'],
  );
  const { code } = await withVirtualDisplay((env) =>
    runShown(command, args, { cwd: projectRoot, env: electronEnvironment(env), isNoise }),
  );
  return code;
}
