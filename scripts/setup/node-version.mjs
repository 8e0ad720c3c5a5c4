import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../run/paths.mjs';
import { Problem } from '../run/problem.mjs';

/** Stops with a clear sentence when Node.js is older than package.json asks for. */
export function checkNodeVersion(running = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  const needed = engines.node.replace('>=', '');
  if (isOlder(running, needed)) {
    throw new Problem(
      `Leakdesk needs Node.js ${needed} or newer, and this is ${running}. Nothing was changed. ` +
        'Install a newer Node.js and run the command again.',
    );
  }
  return { says: running };
}

function isOlder(version, needed) {
  const [have, want] = [version, needed].map((text) => text.split('.').map(Number));
  const differing = want.findIndex((part, index) => part !== have[index]);
  return differing !== -1 && have[differing] < want[differing];
}
