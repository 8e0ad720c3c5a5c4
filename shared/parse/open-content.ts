import { err, ok, type Result } from '../lib/result.ts';
import { type Archive, openArchive } from './archive.ts';
import type { ByteSource } from './byte-source.ts';
import type { ParseFailure } from './outcome.ts';

/** The file that holds the tables: the source itself, or the member of it that was named (the largest if none was). */
export type OpenedFile = {
  readonly content: ByteSource;
  readonly archive: Archive | null;
  readonly member: string | null;
};

/** An archive in an archive is opened, its largest member taken; one more inside is refused. */
async function openInner(content: ByteSource): Promise<Result<ByteSource, ParseFailure>> {
  const inner = await openArchive(content);
  if (!inner.ok || inner.value === null) {
    return inner.ok ? ok(content) : inner;
  }
  const [largest] = inner.value.members;
  if (largest === undefined) {
    return err({ kind: 'archive', why: 'it holds no file' });
  }
  const innermost = inner.value.open(largest.path);
  const deeper = await openArchive(innermost);
  return deeper.ok && deeper.value === null
    ? ok(innermost)
    : err({ kind: 'archive', why: 'it holds archives in archives in archives' });
}

const namedMembers = 8;

function missingMember({ members }: Archive, wanted: string): string {
  const names = members.slice(0, namedMembers).map(({ path }) => `“${path}”`);
  const more = members.length > namedMembers ? ` and ${members.length - namedMembers} more` : '';
  return `it holds no file “${wanted}”, but ${names.join(', ')}${more}`;
}

/** Opens the archive around a file, if there is one. */
export async function openContent(
  source: ByteSource,
  chosen: string | null | undefined,
): Promise<Result<OpenedFile, ParseFailure>> {
  const opened = await openArchive(source);
  if (!opened.ok) {
    return opened;
  }
  const archive = opened.value;
  if (archive === null) {
    return ok({ content: source, archive, member: null });
  }
  const named = archive.kind === 'zip' ? (chosen ?? undefined) : undefined;
  const member = archive.members.find(({ path }) => named === undefined || path === named);
  if (member === undefined) {
    return err({ kind: 'archive', why: named === undefined ? 'it holds no file' : missingMember(archive, named) });
  }
  const content = await openInner(archive.open(member.path));
  const path = archive.kind === 'zip' ? member.path : null;
  return content.ok ? ok({ content: content.value, archive, member: path }) : content;
}
