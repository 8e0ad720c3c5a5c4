import { runCommand } from './run/command.mjs';
import { packageForTests, packageRelease } from './run/packaging.mjs';
import { step } from './run/steps.mjs';
import { buildApp } from './setup/build.mjs';
import { setUpElectron, setUpPackages } from './setup/setup.mjs';

const FOR_TESTS = '--dir-for-tests';

await runCommand(async (args) => {
  console.log('Setting up to package Leakdesk');
  await setUpPackages();
  const electron = await setUpElectron({ virtualDisplay: false, chromium: false });
  await step('Leakdesk', buildApp);
  if (!args.includes(FOR_TESTS)) {
    return packageRelease(electron, args);
  }
  await step('package', (announce) => packageForTests(electron, announce));
  return 0;
});
