import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../run/paths.mjs';
import { Problem } from '../run/problem.mjs';
import { runQuietly } from '../run/processes.mjs';
import { tool } from '../run/tools.mjs';

const sources = path.join('shared', 'kernel', 'assembly');
const target = path.join('shared', 'kernel', 'compiled');
const module = path.join(target, 'kernels.wasm');
const stamp = path.join(projectRoot, target, 'compiled-from');

/** Compiles the AssemblyScript kernels into shared/kernel/compiled/ unless that was done from the same sources. */
export async function compileKernels(announce) {
  const files = readdirSync(path.join(projectRoot, sources))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => path.join(sources, name));
  const hash = hashOf([...files, path.join('scripts', 'setup', 'kernels.mjs'), 'package-lock.json']);
  if (existsSync(path.join(projectRoot, module)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    return { says: 'up to date' };
  }
  announce('compiling with AssemblyScript');
  mkdirSync(path.join(projectRoot, target), { recursive: true });
  const options = ['--enable', 'simd', '--enable', 'bulk-memory', '-O3', '--noAssert', '--runtime', 'stub'];
  const { command, args } = tool('assemblyscript', 'asc', ...files, ...options, '--outFile', module);
  const { code, output } = await runQuietly(command, args, { cwd: projectRoot });
  if (code !== 0) {
    throw new Problem(
      `${output}\nThe kernels could not be compiled, with the output above. Mend the sources and run the command again.`,
    );
  }
  writeFileSync(stamp, hash);
  return { says: 'compiled' };
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file}\0`).update(readFileSync(path.join(projectRoot, file)));
  }
  return hash.digest('hex');
}
