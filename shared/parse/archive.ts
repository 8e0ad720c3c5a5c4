import { err, ok, type Result } from '../lib/result.ts';
import type { ByteSource } from './byte-source.ts';
import { gunzip, startsAsGzip } from './gzip.ts';
import { joinedMembers } from './joined-members.ts';
import type { ParseFailure } from './outcome.ts';
import { createUnpackedSource } from './unpacked-source.ts';
import { readZipDirectory, startsAsZip, type ZipMember } from './zip.ts';

/** A file inside an archive; `byteLength` is its size unpacked as the archive states it, `packedLength` the bytes it takes there. */
export type ArchiveMember = { readonly path: string; readonly byteLength: number; readonly packedLength: number };

/** An archive whose members can be read like files of their own. */
export type Archive = {
  readonly kind: 'zip' | 'gzip';
  /**
   * The files worth reading, the largest first; folders, and what systems leave behind, are not among them. Files of one name
   * in several folders are there once more as one, such as `*` + `/Passwords.txt`.
   */
  readonly members: readonly ArchiveMember[];
  /** A member as a file. Reading it fails with a `ParseProblem` when it is damaged, encrypted or a bomb. */
  readonly open: (path: string) => ByteSource;
};

const cutOff = 'The gzip archive is cut off: rows may be missing at its end, and the last one read may be torn.';

/** What systems leave in archives, and what no reader of the archive's owner wrote. */
const leftBehind = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i;

/** Documents that are ZIP archives themselves: the part that tells, and what they are called. */
const packagedDocuments: readonly { readonly part: RegExp; readonly what: string }[] = [
  { part: /^xl\/workbook\.bin$/, what: 'a binary Excel workbook (.xlsb)' },
  { part: /^word\/document\.xml$/, what: 'a Word document' },
  { part: /^ppt\/presentation\.xml$/, what: 'a PowerPoint presentation' },
  { part: /^(?:META-INF\/manifest\.xml|content\.xml)$/, what: 'an OpenDocument file (.ods or .odt)' },
  { part: /^(?:META-INF\/MANIFEST\.MF|AndroidManifest\.xml|classes\.dex)$/, what: 'a program (.jar or .apk)' },
];

/** The part that makes a ZIP archive an Excel workbook. */
export const workbookPart = 'xl/workbook.xml';

function zipArchive(members: readonly ZipMember[]): Result<Archive | null, ParseFailure> {
  if (members.some(({ path }) => path === workbookPart)) {
    return ok(null);
  }
  const document = packagedDocuments.find(({ part }) => members.some(({ path }) => part.test(path)));
  if (document !== undefined) {
    return err({ kind: 'binary', atByte: 0, what: document.what });
  }
  const files = members.filter(({ path, byteLength }) => byteLength > 0 && !leftBehind.test(path));
  if (files.length === 0) {
    return err({ kind: 'archive', why: 'it holds no file that could be read' });
  }
  if (files.every(({ isEncrypted }) => isEncrypted)) {
    return err({ kind: 'archive', why: 'its files are encrypted' });
  }
  const sorted = [...joinedMembers(files), ...files].sort((a, b) => b.byteLength - a.byteLength);
  return ok({
    kind: 'zip',
    members: sorted.map(({ path, byteLength, packedLength }) => ({ path, byteLength, packedLength })),
    open: (path) => {
      const member = sorted.find((file) => file.path === path);
      if (member === undefined) {
        throw new Error('The archive has no such member.');
      }
      return createUnpackedSource(path, member.byteLength, member.chunks);
    },
  });
}

/** The length that a gzip file states for its last member, taken to be all, made to be no less than the packed one. */
async function statedLength(source: ByteSource): Promise<number> {
  const end = await source.slice(Math.max(source.byteLength - 4, 0), source.byteLength);
  const stated = end.reduceRight((sum, byte) => sum * 256 + byte, 0);
  const missing = Math.max(source.byteLength - stated, 0);
  return stated + Math.floor(missing / 2 ** 32) * 2 ** 32;
}

/** Opens a ZIP or gzip archive; null when the file is neither. A workbook is no archive. */
export async function openArchive(source: ByteSource): Promise<Result<Archive | null, ParseFailure>> {
  const head = await source.slice(0, 4);
  if (startsAsGzip(head)) {
    const path = source.name.replace(/\.(?:gz|gzip|tgz)$/i, '');
    const byteLength = await statedLength(source);
    const open = (): ByteSource => {
      let isCut = false;
      const chunks = (): AsyncIterable<Uint8Array> =>
        gunzip(source, () => {
          isCut = true;
        });
      return { ...createUnpackedSource(path, byteLength, chunks), lost: () => (isCut ? cutOff : null) };
    };
    return ok({ kind: 'gzip', members: [{ path, byteLength, packedLength: source.byteLength }], open });
  }
  if (!startsAsZip(head)) {
    return ok(null);
  }
  const members = await readZipDirectory(source);
  return members.ok ? zipArchive(members.value) : members;
}
