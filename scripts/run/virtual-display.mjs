import { Problem } from './problem.mjs';
import { startInBackground } from './processes.mjs';

const SCREEN = '1600x1000x24';

/** Says whether windows can be shown to somebody. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Lends `use` an environment in which windows open on a display nobody sees; only Linux has one. */
export async function withVirtualDisplay(use) {
  if (process.platform !== 'linux') {
    return use(process.env);
  }
  // Descriptor 3 is where Xvfb writes the number of the free display it found.
  const { child, ended, stop } = startInBackground(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  try {
    const number = await firstLine(child, ended);
    const { WAYLAND_DISPLAY: _, ...environment } = process.env;
    return await use({ ...environment, DISPLAY: `:${number}`, XDG_SESSION_TYPE: 'x11' });
  } finally {
    await stop();
  }
}

async function firstLine(child, ended) {
  let complaints = '';
  child.stderr.on('data', (text) => {
    complaints += text;
  });
  const number = await Promise.race([
    new Promise((resolve) => {
      let text = '';
      child.stdio[3].on('data', (part) => {
        text += part;
        if (text.includes('\n')) {
          resolve(text.trim());
        }
      });
    }),
    ended.then(() => undefined),
  ]);
  if (number === undefined) {
    throw new Problem(
      `${complaints}\nThe virtual display (Xvfb) did not start. Nothing was run on it. ` +
        'Check that Xvfb is installed and that /tmp can be written, and run the command again.',
    );
  }
  return number;
}
