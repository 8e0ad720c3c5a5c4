import { realpathSync } from 'node:fs';
import { projectRoot } from './paths.mjs';
import { Problem } from './problem.mjs';
import { runQuietly, runShown } from './processes.mjs';
import { tool } from './tools.mjs';

/** Packages a release for users; it refuses any other Electron than the pinned one. */
export async function packageRelease({ version, pinned }, args) {
  if (version !== pinned) {
    throw new Problem(
      `A release is built with Electron ${pinned} only, and here it is ${version}. Nothing was packaged. ` +
        `Run the command on a machine that can download Electron ${pinned}.`,
    );
  }
  // electron-builder fetches the pinned Electron of each target itself.
  const { code } = await runShown(...builder(args), { cwd: projectRoot });
  return code;
}

/** Packages a folder in dist/ for the tests, with whatever Electron runs here. */
export async function packageForTests({ distPath, version }, announce) {
  announce('packaging with electron-builder');
  const electron = [`-c.electronDist=${realpathSync(distPath)}`, `-c.electronVersion=${version}`];
  const { code, output } = await runQuietly(...builder(['--dir', ...electron]), { cwd: projectRoot });
  if (code !== 0) {
    throw new Problem(
      `${output}\nPackaging failed, with the output above. dist/ may be incomplete; out/ was kept. ` +
        'Mend electron-builder.yml or the hook in build/ and run the command again.',
    );
  }
  return { says: 'packaged in dist/' };
}

function builder(args) {
  const line = tool('electron-builder', 'electron-builder', ...args, '--publish', 'never');
  return [line.command, line.args];
}
