import type { FormatId } from '../domain/dialect.ts';
import { combo } from './combo.ts';
import { csv } from './csv.ts';
import { dashList } from './dash-list.ts';
import { json } from './json.ts';
import { mssql } from './mssql.ts';
import { mysql } from './mysql.ts';
import { ndjson } from './ndjson.ts';
import { postgresql } from './postgresql.ts';
import { sqlite } from './sqlite.ts';
import { stealerLog } from './stealer-log.ts';
import type { BinaryFormat, FormatDialect, Recognition, TextFormat, TextHead } from './table-format.ts';
import { text } from './text.ts';
import { ulp } from './ulp.ts';
import { vcard } from './vcard.ts';
import { xlsx } from './xlsx.ts';

/** Every kind of text that can be imported, the more special ones first. A new one is a file of its own and a line here. */
const textFormats: readonly TextFormat[] = [
  ...[mysql, postgresql, mssql, sqlite],
  ...[vcard, ndjson, json, stealerLog, ulp, combo, dashList, csv, text],
];

/** Every kind of file that is no text and can be imported. */
export const binaryFormats: readonly BinaryFormat[] = [xlsx];

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

/** Every format with what the analyst reads, for a list to choose from. */
export const formatChoices: readonly { readonly id: FormatId; readonly label: string }[] = [
  ...textFormats,
  ...binaryFormats,
].map(({ id, label }) => ({ id, label }));
