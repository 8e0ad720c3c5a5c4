import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './paths.mjs';
import { runQuietly } from './processes.mjs';
import { timed } from './steps.mjs';
import { tool } from './tools.mjs';

const AT_ONCE = 2;
const LAYERED_FOLDERS = ['shared', 'electron', 'renderer', 'cli'];

// The slowest first, so that none is left to run alone at the end.
const checks = [
  { name: 'types', line: () => tool('typescript', 'tsc', '-b') },
  {
    name: 'types with the fallback Electron',
    line: () => tool('typescript', 'tsc', '-p', 'electron/tsconfig.electron33.json'),
  },
  {
    name: 'layers',
    line: () => tool('dependency-cruiser', 'depcruise', '--config', '.dependency-cruiser.mjs', ...layeredFolders()),
  },
  { name: 'dead code', line: () => tool('knip', 'knip') },
  {
    name: 'code that only tests use',
    line: () => tool('knip', 'knip', '--production', '--include', 'files,exports,types'),
  },
  { name: 'copies', line: () => tool('jscpd', 'jscpd', '--config', '.jscpd.json') },
  {
    name: 'format and lint',
    line: () => tool('@biomejs/biome', 'biome', 'ci', '--error-on-warnings', '--max-diagnostics=none', '.'),
  },
];

function layeredFolders() {
  return LAYERED_FOLDERS.filter((folder) => existsSync(path.join(projectRoot, folder)));
}

/** Runs all checks, two at a time, and gives a result for each; the output of one that fails is printed whole. */
export async function runChecks() {
  const waiting = [...checks];
  const results = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      results.push(await runCheck(check));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

async function runCheck({ name, line }) {
  const { command, args } = line();
  const { value, seconds } = await timed(() => runQuietly(command, args, { cwd: projectRoot }));
  const isFine = value.code === 0;
  console.log(`  ${isFine ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
  if (!isFine) {
    console.log(`\n${value.output.trim()}\n`);
  }
  return { name, seconds, passed: isFine ? 1 : 0, failed: isFine ? 0 : 1, skipped: [] };
}
