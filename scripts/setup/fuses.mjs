import { open, readFile } from 'node:fs/promises';
import { Problem } from '../run/problem.mjs';

// Electron marks the place of its fuses with this text; a version byte and a length byte follow.
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const VERSION_AND_LENGTH = Buffer.from([1, 8]);

/** Sets all eight fuses of an Electron binary, given as a text of 0 and 1, after checking what they were. */
export async function setFuses(binary, { from, to }) {
  const bytes = await readFile(binary);
  const sentinelAt = bytes.indexOf(SENTINEL);
  const at = sentinelAt + SENTINEL.length;
  const found = bytes.subarray(at, at + VERSION_AND_LENGTH.length + from.length);
  const expected = Buffer.concat([VERSION_AND_LENGTH, Buffer.from(from)]);
  if (sentinelAt === -1 || bytes.indexOf(SENTINEL, at) !== -1 || !found.equals(expected)) {
    throw new Problem(
      `The fuses of ${binary} are not as expected, so it was left alone. ` +
        'Set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron and run the command again.',
    );
  }
  const file = await open(binary, 'r+');
  try {
    await file.write(Buffer.from(to), 0, to.length, at + VERSION_AND_LENGTH.length);
  } finally {
    await file.close();
  }
}
