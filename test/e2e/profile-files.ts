import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Looks for a text in a file's bytes as UTF-8 and as UTF-16, the two ways Chromium writes strings. */
function holds(bytes: Buffer, text: string): boolean {
  return bytes.includes(Buffer.from(text, 'utf8')) || bytes.includes(Buffer.from(text, 'utf16le'));
}

/** Names each of the texts that stands in clear in a profile that is closed, with its file. */
export async function textsInClear(profile: string, texts: readonly string[]): Promise<readonly string[]> {
  const files = await filesIn(profile);
  if (files.length <= 10) {
    throw new Error(`“${profile}” does not hold the files of a profile.`);
  }
  const found: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file);
    found.push(...texts.filter((text) => holds(bytes, text)).map((text) => `${text} in ${file}`));
  }
  return found;
}
