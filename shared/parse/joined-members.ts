import type { ZipMember } from './zip.ts';

const lineFeed = 0x0a;
/** How the path of files begins that lie in several folders and are read as one. */
export const anyFolder = '*/';

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The content of files end to end; a line that the one leaves open does not run on into the next. */
async function* endToEnd(members: readonly ZipMember[]): AsyncGenerator<Uint8Array> {
  let last = lineFeed;
  for (const { chunks } of members) {
    if (last !== lineFeed) {
      yield Uint8Array.of(lineFeed);
    }
    for await (const chunk of chunks()) {
      last = chunk.at(-1) ?? last;
      yield chunk;
    }
  }
}

/**
 * Files of one name in several folders, such as the `Passwords.txt` of each machine in a stealer's log, as one file each,
 * under the name with an asterisk for the folder.
 */
export function joinedMembers(members: readonly ZipMember[]): readonly ZipMember[] {
  const byName = new Map<string, ZipMember[]>();
  for (const member of members.filter(({ isEncrypted }) => !isEncrypted)) {
    const name = nameOf(member.path);
    const alike = byName.get(name);
    if (alike === undefined) {
      byName.set(name, [member]);
    } else {
      alike.push(member);
    }
  }
  return [...byName].flatMap(([name, alike]) =>
    alike.length < 2
      ? []
      : {
          path: `${anyFolder}${name}`,
          byteLength: alike.reduce((sum, { byteLength }) => sum + byteLength, 0),
          packedLength: alike.reduce((sum, { packedLength }) => sum + packedLength, 0),
          isEncrypted: false,
          chunks: () => endToEnd(alike),
        },
  );
}
