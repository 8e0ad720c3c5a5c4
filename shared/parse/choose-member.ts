import type { Dialect } from '../domain/dialect.ts';
import { openArchive } from './archive.ts';
import type { ByteSource } from './byte-source.ts';
import { guessEncoding } from './encoding.ts';
import { findBinary, formatPart, headText, notText, readHead } from './file-head.ts';
import { recogniseText } from './formats.ts';
import { anyFolder } from './joined-members.ts';
import { openContent } from './open-content.ts';
import { ParseProblem } from './outcome.ts';

/** So many files of an archive are looked at before one is chosen, the largest first. */
const weighedMembers = 24;
const [textPromise, tablePromise, logPromise] = [1, 2, 3];

/** How much a file of an archive promises: entries of a stealer's log most, then other tables, then plain text, then nothing. */
async function promiseOf(source: ByteSource, path: string, decided: Partial<Dialect>): Promise<number> {
  const opened = await openContent(source, path);
  if (!opened.ok) {
    return 0;
  }
  const { content } = opened.value;
  if ((await findBinary(content, decided)) !== null) {
    return tablePromise;
  }
  const { text, isWhole } = await readHead(content);
  const encoding = decided.encoding ?? guessEncoding(text, isWhole).encoding;
  if (text.length === 0 || notText(text, isWhole, encoding, decided) !== null) {
    return 0;
  }
  const [best] = recogniseText({ text: headText(text, encoding), isWhole }, formatPart(decided));
  const format = best?.dialect.format ?? 'text';
  const isOfOne = format === 'stealer-log' || !path.startsWith(anyFolder);
  return format === 'text' || !isOfOne ? textPromise : format === 'stealer-log' ? logPromise : tablePromise;
}

async function promiseOrNone(source: ByteSource, path: string, decided: Partial<Dialect>): Promise<number> {
  try {
    return await promiseOf(source, path, decided);
  } catch (cause) {
    if (cause instanceof ParseProblem) {
      return 0;
    }
    throw cause;
  }
}

/** The file of an archive that is read unless one is named: the largest of those that promise most. Null leaves it open. */
export async function chooseMember(source: ByteSource, decided: Partial<Dialect>): Promise<string | null> {
  const archive = await openArchive(source);
  const members = archive.ok && archive.value?.kind === 'zip' ? archive.value.members : [];
  const promises: number[] = [];
  for (const { path } of members.length < 2 ? [] : members.slice(0, weighedMembers)) {
    promises.push(await promiseOrNone(source, path, decided));
  }
  const most = Math.max(0, ...promises);
  return most === 0 ? null : (members[promises.indexOf(most)]?.path ?? null);
}
