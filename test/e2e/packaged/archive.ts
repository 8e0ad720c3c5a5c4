import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { z } from 'zod';

/* Reads what electron-builder made, without its own tools: the archive's table of contents and the program's fuses. */

const entrySchema: z.ZodType<Entry> = z.lazy(() =>
  z.object({ files: z.record(z.string(), entrySchema).optional(), unpacked: z.boolean().optional() }),
);
type Entry = { readonly files?: Readonly<Record<string, Entry>> | undefined; readonly unpacked?: boolean | undefined };

function pathsIn({ files }: Entry, above: string): readonly string[] {
  return Object.entries(files ?? {}).flatMap(([name, entry]) =>
    entry.files === undefined ? [`${above}${name}`] : pathsIn(entry, `${above}${name}/`),
  );
}

/** The paths of the files in an asar archive. Its head is two Chromium pickles: a length, then the contents as JSON. */
export function filesInArchive(path: string): readonly string[] {
  const archive = openSync(path, 'r');
  try {
    const sizes = Buffer.alloc(16);
    readSync(archive, sizes, 0, 16, 0);
    const contents = Buffer.alloc(sizes.readUInt32LE(12));
    readSync(archive, contents, 0, contents.length, 16);
    return pathsIn(entrySchema.parse(JSON.parse(contents.toString('utf8'))), '').toSorted();
  } finally {
    closeSync(archive);
  }
}

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The fuses, in the order in which Electron burns them (@electron/fuses, FuseV1Options). */
const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'browserSnapshot',
  'fileProtocolPrivileges',
] as const;

/** The fuses of an Electron program: true where one is on. */
export function fusesOf(program: string): Readonly<Record<(typeof fuseNames)[number], boolean>> {
  const bytes = readFileSync(program);
  const at = bytes.indexOf(sentinel) + sentinel.length;
  const [version = 0, length = 0] = bytes.subarray(at);
  if (at < sentinel.length || version !== 1 || length < fuseNames.length) {
    throw new Error(`${program} has no fuses that can be read.`);
  }
  const states = [...bytes.subarray(at + 2, at + 2 + length)].map((state) => String.fromCharCode(state));
  const isOn = (name: (typeof fuseNames)[number]): boolean => states[fuseNames.indexOf(name)] === '1';
  return {
    runAsNode: isOn('runAsNode'),
    cookieEncryption: isOn('cookieEncryption'),
    nodeOptions: isOn('nodeOptions'),
    nodeCliInspect: isOn('nodeCliInspect'),
    asarIntegrity: isOn('asarIntegrity'),
    onlyLoadAppFromAsar: isOn('onlyLoadAppFromAsar'),
    browserSnapshot: isOn('browserSnapshot'),
    fileProtocolPrivileges: isOn('fileProtocolPrivileges'),
  };
}
