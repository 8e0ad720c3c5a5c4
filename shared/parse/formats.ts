import type { FormatId } from '../domain/dialect.ts';
import { csv } from './csv.ts';
import { mssql } from './mssql.ts';
import { mysql } from './mysql.ts';
import { postgresql } from './postgresql.ts';
import { sqlite } from './sqlite.ts';
import type { BinaryFormat, FormatDialect, Recognition, TextFormat, TextHead } from './table-format.ts';

/** Every kind of text that can be imported, the more special ones first. A new one is a file of its own and a line here. */
const textFormats: readonly TextFormat[] = [mysql, postgresql, mssql, sqlite, csv];

/** Every kind of file that is no text and can be imported. */
export const binaryFormats: readonly BinaryFormat[] = [];

/** The file name endings of every format. */
export const tableExtensions: readonly string[] = [
  ...new Set([...textFormats, ...binaryFormats].flatMap(({ extensions }) => extensions)),
];

/** A format by its id; null for one that is no text. */
export function textFormat(id: FormatId): TextFormat | null {
  return textFormats.find((format) => format.id === id) ?? null;
}

/** What every format that knows this beginning says of it, the surest first. */
export function recogniseText(head: TextHead, decided: Partial<FormatDialect>): readonly Recognition[] {
  return textFormats
    .filter(({ id }) => decided.format === undefined || decided.format === id)
    .flatMap(({ recognise }) => recognise(head, decided) ?? [])
    .sort((a, b) => b.score - a.score);
}
