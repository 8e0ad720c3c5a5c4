import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../run/paths.mjs';
import { Problem } from '../run/problem.mjs';
import { runQuietly } from '../run/processes.mjs';
import { tool } from '../run/tools.mjs';
import { installDependencies } from './dependencies.mjs';
import { checkNodeVersion } from './node-version.mjs';

const COMMON_CONFIGURATION = 'tsconfig|package';
const APP = {
  folders: ['electron', 'renderer', 'shared'],
  configuration: new RegExp(`^(electron\\.vite\\.config|postcss\\.config|${COMMON_CONFIGURATION})`),
};
const CLI = {
  folders: ['cli', 'shared'],
  configuration: new RegExp(`^(cli\\.vite\\.config|${COMMON_CONFIGURATION})`),
};

const out = path.join(projectRoot, 'out');
const stamp = path.join(out, '.built-from');
const builtPage = path.join(out, 'renderer', 'index.html');
const cliBuilds = path.join(out, 'cli');

/** Builds main, preload and renderer into out/ unless that was done from the same sources. */
export async function buildApp(announce) {
  const sources = hashSources(APP);
  if (isBuiltFrom(sources)) {
    return { says: 'up to date' };
  }
  announce('building with electron-vite');
  await rm(stamp, { force: true });
  await runBuilder(
    tool('electron-vite', 'electron-vite', 'build'),
    'out/ may be incomplete and is built anew next time.',
  );
  await writeFile(stamp, sources);
  return { says: 'built' };
}

/** Bundles the programs that the benchmarks run in processes of their own; that takes less time than to ask whether. */
export async function buildBenchChildren() {
  const line = tool('vite', 'vite', 'build', '--config', 'test/bench/children.vite.config.ts');
  await runBuilder(line, 'out/bench/ may be incomplete.');
  return { says: 'built' };
}

/** Gives the file to run as the command line, built from the present sources; what is missing for it is installed. */
export async function builtCli(announce) {
  const sources = hashSources(CLI).slice(0, 16);
  const program = path.join(cliBuilds, sources, 'index.mjs');
  if (!existsSync(program)) {
    checkNodeVersion();
    await installDependencies(announce);
    announce('building the command line');
    await buildCli(sources);
  }
  return program;
}

/** Several may be started at once, so each builds apart and the first one to be ready is kept. */
async function buildCli(sources) {
  await mkdir(cliBuilds, { recursive: true });
  const earlier = await readdir(cliBuilds);
  const apart = path.join(out, `cli-${process.pid}`);
  try {
    const line = tool('vite', 'vite', 'build', '--config', 'cli.vite.config.ts', '--outDir', apart, '--emptyOutDir');
    await runBuilder(line, 'Nothing was changed.');
    await rename(apart, path.join(cliBuilds, sources)).catch((error) => {
      if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(error.code)) {
        throw error;
      }
    });
  } finally {
    await rm(apart, { recursive: true, force: true });
  }
  await Promise.all(earlier.map((name) => rm(path.join(cliBuilds, name), { recursive: true, force: true })));
}

async function runBuilder({ command, args }, kept) {
  const { code, output } = await runQuietly(command, args, { cwd: projectRoot });
  if (code !== 0) {
    throw new Problem(
      `${output}\nThe build failed, with the output above. ${kept} Mend the sources and run the command again.`,
    );
  }
}

function isBuiltFrom(sources) {
  if (!existsSync(stamp) || !existsSync(builtPage)) {
    return false;
  }
  // A build by hand is newer than the stamp and may come from other sources.
  return readFileSync(stamp, 'utf8') === sources && statSync(stamp).mtimeMs >= statSync(builtPage).mtimeMs;
}

function hashSources(of) {
  const hash = createHash('sha256');
  for (const file of sourceFiles(of)) {
    hash.update(`${file}\0`).update(readFileSync(path.join(projectRoot, file)));
  }
  return hash.digest('hex');
}

function sourceFiles({ folders, configuration }) {
  const configured = readdirSync(projectRoot).filter((name) => configuration.test(name));
  const sources = folders.flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(projectRoot, path.join(entry.parentPath ?? entry.path, entry.name))),
  );
  return [...configured, ...sources].sort();
}
