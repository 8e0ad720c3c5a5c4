import { resolve } from 'node:path';
import { err, type Result } from '#shared/lib/result.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import type { Surroundings } from './command.ts';
import { explainSystemFailure, holdStream, openFile } from './file-source.ts';
import { ReaderGone } from './output.ts';

/** Opens a file (`-` is the standard input), uses it, and closes it whatever happens. The failure is a sentence. */
export async function withSource<T>(
  file: string,
  { stdin, folder }: Surroundings,
  use: (source: ByteSource) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  const opened = await (file === '-' ? holdStream('standard input', stdin) : openFile(file, resolve(folder, file)));
  if (!opened.ok) {
    return opened;
  }
  try {
    return await use(opened.value.source);
  } catch (cause) {
    const sentence = cause instanceof ReaderGone ? null : explainSystemFailure(file, cause);
    if (sentence === null) {
      throw cause;
    }
    return err(sentence);
  } finally {
    await opened.value.close();
  }
}

/** The same among other files: a defect met in this one must not keep them from being read. */
export async function withSourceAmongOthers<T>(
  file: string,
  around: Surroundings,
  use: (source: ByteSource) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  try {
    return await withSource(file, around, use);
  } catch (cause) {
    if (cause instanceof ReaderGone) {
      throw cause;
    }
    return err(`“${file}” could not be read for an unexpected reason: ${cause instanceof Error ? cause.stack : cause}`);
  }
}
