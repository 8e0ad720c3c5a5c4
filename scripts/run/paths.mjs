import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** What setup remembers between runs; it lies in node_modules so that a fresh install forgets it. */
export const setupFolder = path.join(projectRoot, 'node_modules', '.leakdesk');

/** Says whether a program can be found on the PATH or in the administrator's folders. */
export function onPath(program) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/sbin', '/usr/sbin'];
  return folders.some((folder) => isProgram(path.join(folder, program)));
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
