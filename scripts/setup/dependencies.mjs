import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../run/paths.mjs';
import { Problem } from '../run/problem.mjs';
import { runQuietly } from '../run/processes.mjs';
import { npm } from '../run/tools.mjs';

/** Installs the packages of package-lock.json unless exactly they are installed already. */
export async function installDependencies(announce) {
  if (isInstalled()) {
    return { says: 'installed as locked' };
  }
  announce('installing with npm ci, a minute or two');
  const { command, args, shell } = npm('ci', '--no-audit', '--no-fund');
  const { code, output } = await runQuietly(command, args, { cwd: projectRoot, shell });
  if (code !== 0) {
    throw new Problem(
      `${output}\nnpm ci failed, with the output above. Nothing but node_modules was touched. ` +
        'Check that the npm registry can be reached and run the command again.',
    );
  }
  return { says: `installed ${Object.keys(packagesOf(installedLock)).length} packages` };
}

// npm writes this file when an installation is complete, and only then.
const installedLock = path.join('node_modules', '.package-lock.json');

function isInstalled() {
  if (!existsSync(path.join(projectRoot, installedLock))) {
    return false;
  }
  const locked = packagesOf('package-lock.json');
  const installed = packagesOf(installedLock);
  return (
    Object.keys(installed).every((place) => place in locked) &&
    Object.entries(locked).every(([place, wanted]) => {
      if (place === '') {
        return true;
      }
      const found = installed[place];
      // Optional packages are those of other platforms.
      return found ? found.version === wanted.version : wanted.optional === true;
    })
  );
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(path.join(projectRoot, lockFile), 'utf8')).packages;
}
