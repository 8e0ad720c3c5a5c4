import type { Dialect, FormatId } from '#shared/domain/dialect.ts';
import type { Result } from '#shared/lib/result.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import { type Examination, examineFile } from '#shared/parse/examine-file.ts';
import type { ParseFailure } from '#shared/parse/outcome.ts';
import type { Decided } from './dialect-options.ts';

/** The SQL dumps; the first is the commonest, and read when nothing tells which it is. */
const dumps: readonly FormatId[] = ['mysql', 'postgresql', 'mssql', 'sqlite'];

/** Tells how to read a file, from its beginning and what was decided on the command line. */
export async function examine(
  source: ByteSource,
  { dialect, anyDump }: Decided,
): Promise<Result<Examination, ParseFailure>> {
  if (!anyDump) {
    return examineFile(source, dialect);
  }
  const open = await examineFile(source, dialect);
  const formats: readonly Dialect['format'][] = open.ok ? open.value.formats : [];
  const format = formats.find((id) => dumps.includes(id)) ?? dumps[0];
  return examineFile(source, { ...dialect, ...(format === undefined ? {} : { format }) });
}
