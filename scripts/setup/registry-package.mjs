import { mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../run/problem.mjs';
import { runQuietly } from '../run/processes.mjs';
import { npm } from '../run/tools.mjs';

/** Fetches a package's archive through npm, which checks its integrity, and lends its path to `use`; no script runs. */
export async function withRegistryPackage(spec, folder, use) {
  const work = await mkdtemp(path.join(folder, '.fetching-'));
  try {
    const { command, args, shell } = npm('pack', spec, '--pack-destination', '.');
    const { code, output } = await runQuietly(command, args, { cwd: work, shell });
    const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'));
    if (code !== 0 || !archive) {
      throw new Problem(
        `${output}\nnpm could not fetch ${spec}, with the output above. Nothing was kept of it. ` +
          'Check that the npm registry can be reached and run the command again.',
      );
    }
    return await use(path.join(work, archive), work);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Runs an unpacking program, and stops with its output when it fails. */
export async function unpack(program, args, cwd) {
  const { code, output } = await runQuietly(program, args, { cwd });
  if (code !== 0) {
    throw new Problem(
      `${output}\n${program} failed, with the output above. Nothing was kept of what it unpacked. ` +
        'Check the free space on the disk and run the command again.',
    );
  }
}
