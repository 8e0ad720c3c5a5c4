import { step } from '../run/steps.mjs';
import { installDependencies } from './dependencies.mjs';
import { resolveElectron, warnAboutFallback } from './electron-runtime.mjs';
import { ensureFallbackTypes } from './electron-types.mjs';
import { compileKernels } from './kernels.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/** Readies what every command needs: a new enough Node.js, the locked packages and the compiled kernels. */
export async function setUpPackages() {
  await step('Node.js', () => checkNodeVersion());
  await step('packages', installDependencies);
  await step('kernels', compileKernels);
}

/** Readies what the checks need beyond the packages. */
export async function setUpChecks() {
  await step('types of the fallback Electron', ensureFallbackTypes);
}

/** Readies what running Leakdesk needs, and gives the Electron to run it with; `needs` is for `ensureSystemPackages`. */
export async function setUpElectron(needs) {
  await step('system packages', (announce) => ensureSystemPackages(needs, announce));
  const electron = await step('Electron', async (announce) => {
    const runtime = await resolveElectron(announce);
    return { ...runtime, says: `${runtime.version} in ${runtime.distPath}` };
  });
  warnAboutFallback(electron);
  return electron;
}
