import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Puts our default app into an Electron, unless it is there already. */
export async function writeDefaultApp(distPath) {
  const archive = asar({
    'main.mjs': await readFile(new URL('default-app/main.mjs', import.meta.url)),
    'package.json': Buffer.from(JSON.stringify({ name: 'electron', type: 'module', main: 'main.mjs' })),
  });
  const place = path.join(distPath, 'resources', 'default_app.asar');
  if (archive.equals(await readFile(place).catch(() => Buffer.alloc(0)))) {
    return;
  }
  const beside = `${place}.${process.pid}`;
  await writeFile(beside, archive);
  await rename(beside, place);
}

/** Packs files into Electron's archive format: a length-prefixed JSON directory, then the contents end to end. */
function asar(files) {
  const directory = { files: {} };
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    directory.files[name] = { offset: String(offset), size: content.length };
    offset += content.length;
  }
  const json = Buffer.from(JSON.stringify(directory));
  const padding = Buffer.alloc((4 - (json.length % 4)) % 4);
  const payload = Buffer.concat([uint32(json.length), json, padding]);
  const header = Buffer.concat([uint32(payload.length), payload]);
  return Buffer.concat([uint32(4), uint32(header.length), header, ...Object.values(files)]);
}

function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
