import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Path in the tree → the whole text of the file. */
export type Plants = Readonly<Record<string, string>>;

export type PlantedTree = {
  readonly root: string;
  /** Whether a file was planted, not copied from the project. */
  readonly isPlant: (file: string) => boolean;
  readonly remove: () => void;
};

export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** How long a tool may take over a whole tree on a slow, busy machine, in milliseconds. */
export const PATIENCE = 120_000;

const NOT_COPIED = new Set(['.git', 'node_modules', 'out', 'dist', 'docs', 'coverage', 'package-lock.json']);

/** A package for each name, but not our own caches: a planted tree must not write into the project's. */
function linkPackages(root: string): void {
  const from = path.join(projectRoot, 'node_modules');
  mkdirSync(path.join(root, 'node_modules'));
  for (const name of readdirSync(from)) {
    if (!name.startsWith('.')) {
      symlinkSync(path.join(from, name), path.join(root, 'node_modules', name), 'junction');
    }
  }
}

/**
 * A copy of the project as it is now, its configuration included, with files added to it. It lies outside the project:
 * every tool passes over what is below a node_modules folder.
 */
export function plantTree(plants: Plants): PlantedTree {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'leakdesk-planted-')));
  for (const name of readdirSync(projectRoot)) {
    if (!NOT_COPIED.has(name)) {
      cpSync(path.join(projectRoot, name), path.join(root, name), { recursive: true });
    }
  }
  linkPackages(root);
  for (const [file, text] of Object.entries(plants)) {
    const target = path.join(root, file);
    if (existsSync(target)) {
      throw new Error(`${file} is a file of the project: plant under another name.`);
    }
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return {
    root,
    isPlant: (file) => Object.hasOwn(plants, file),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
