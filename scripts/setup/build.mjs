import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../run/paths.mjs';
import { Problem } from '../run/problem.mjs';
import { runQuietly } from '../run/processes.mjs';
import { tool } from '../run/tools.mjs';

const SOURCE_FOLDERS = ['electron', 'renderer', 'shared'];
const CONFIGURATION = /^(electron\.vite\.config|postcss\.config|tsconfig|package)/;

const stamp = path.join(projectRoot, 'out', '.built-from');
const builtPage = path.join(projectRoot, 'out', 'renderer', 'index.html');

/** Builds main, preload and renderer into out/ unless that was done from the same sources. */
export async function buildApp(announce) {
  const sources = hashSources();
  if (isBuiltFrom(sources)) {
    return { says: 'up to date' };
  }
  announce('building with electron-vite');
  await rm(stamp, { force: true });
  const { command, args } = tool('electron-vite', 'electron-vite', 'build');
  const { code, output } = await runQuietly(command, args, { cwd: projectRoot });
  if (code !== 0) {
    throw new Problem(
      `${output}\nThe build failed, with the output above. out/ may be incomplete and is built anew next time. ` +
        'Mend the sources and run the command again.',
    );
  }
  await writeFile(stamp, sources);
  return { says: 'built' };
}

function isBuiltFrom(sources) {
  if (!existsSync(stamp) || !existsSync(builtPage)) {
    return false;
  }
  // A build by hand is newer than the stamp and may come from other sources.
  return readFileSync(stamp, 'utf8') === sources && statSync(stamp).mtimeMs >= statSync(builtPage).mtimeMs;
}

function hashSources() {
  const hash = createHash('sha256');
  for (const file of sourceFiles()) {
    hash.update(`${file}\0`).update(readFileSync(path.join(projectRoot, file)));
  }
  return hash.digest('hex');
}

function sourceFiles() {
  const configuration = readdirSync(projectRoot).filter((name) => CONFIGURATION.test(name));
  const sources = SOURCE_FOLDERS.flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(projectRoot, path.join(entry.parentPath ?? entry.path, entry.name))),
  );
  return [...configuration, ...sources].sort();
}
