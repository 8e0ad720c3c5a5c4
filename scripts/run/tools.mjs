import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './paths.mjs';

/** The command line that runs an installed package's program without npm or a shell between. */
export function tool(packageName, program, ...args) {
  const folder = path.join(projectRoot, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return { command: process.execPath, args: [path.join(folder, bin[program]), ...args] };
}

/** The command line that runs npm; the copy that started us is used where there is one. */
export function npm(...args) {
  const started = process.env.npm_execpath;
  if (started && path.basename(started) === 'npm-cli.js') {
    return { command: process.execPath, args: [started, ...args], shell: false };
  }
  // npm is a batch file on Windows, and only a shell may run it.
  return { command: 'npm', args, shell: process.platform === 'win32' };
}
