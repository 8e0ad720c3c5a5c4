import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { setupFolder } from '../run/paths.mjs';
import { FALLBACK_VERSION } from './fallback-runtime.mjs';
import { unpack, withRegistryPackage } from './registry-package.mjs';

/** Fetches the type declarations of the fallback's Electron, against which the main process is checked a second time. */
export async function ensureFallbackTypes() {
  const folder = path.join(setupFolder, `electron-${Number.parseInt(FALLBACK_VERSION, 10)}`);
  const types = path.join(folder, 'electron.d.ts');
  if (!existsSync(types)) {
    await mkdir(folder, { recursive: true });
    await withRegistryPackage(`electron@${FALLBACK_VERSION}`, folder, async (archive, work) => {
      await unpack('tar', ['-xzf', path.basename(archive), 'package/electron.d.ts'], work);
      await rename(path.join(work, 'package', 'electron.d.ts'), types);
    });
  }
  return { says: FALLBACK_VERSION };
}
