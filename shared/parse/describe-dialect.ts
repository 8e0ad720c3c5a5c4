import type { Dialect, Encoding, FormatId } from '../domain/dialect.ts';
import { formatChoices } from './formats.ts';

/** What each encoding is called. */
export const encodingLabels: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16, little-endian',
  'utf-16be': 'UTF-16, big-endian',
  gb18030: 'GB18030 (with GBK, GB2312)',
  big5: 'Big5',
  shift_jis: 'Shift_JIS',
  'euc-kr': 'EUC-KR',
  'windows-1250': 'Windows-1250, Central European',
  'windows-1251': 'Windows-1251, Cyrillic',
  'windows-1252': 'Windows-1252, Western',
  'windows-1253': 'Windows-1253, Greek',
  'windows-1254': 'Windows-1254, Turkish',
  'windows-1255': 'Windows-1255, Hebrew',
  'windows-1256': 'Windows-1256, Arabic',
  'windows-1257': 'Windows-1257, Baltic',
  'windows-1258': 'Windows-1258, Vietnamese',
  'koi8-r': 'KOI8-R, Cyrillic',
};

/** Separators that have a name of their own. */
export const separatorNames: readonly { readonly separator: string; readonly name: string }[] = [
  { separator: ',', name: 'comma' },
  { separator: ';', name: 'semicolon' },
  { separator: '\t', name: 'TAB' },
  { separator: '|', name: 'vertical bar' },
  { separator: ':', name: 'colon' },
];

/** The choices that a format leaves to the analyst. */
export type OpenChoices = {
  readonly separator: boolean;
  readonly quote: boolean;
  readonly header: boolean;
  readonly shortRows: boolean;
  readonly encoding: boolean;
};

const lists: readonly FormatId[] = ['dash-list', 'combo', 'ulp'];

/** Which of a dialect's choices mean anything in a format. */
export function openChoices(format: FormatId): OpenChoices {
  const isCsv = format === 'csv';
  const isList = lists.includes(format);
  return {
    separator: isCsv || isList,
    quote: isCsv,
    header: isCsv || isList || format === 'xlsx',
    shortRows: isCsv || isList,
    encoding: format !== 'xlsx',
  };
}

/** What a format is called. */
function formatLabel(format: FormatId): string {
  return formatChoices.find(({ id }) => id === format)?.label ?? format;
}

/** A separator as a person reads it. */
export function separatorLabel(separator: string): string {
  if (separator === '\u0001') {
    return 'control character 1 (Hive)';
  }
  const named = separatorNames.find((known) => known.separator === separator);
  return named === undefined ? `“${separator}”` : named.separator === '\t' ? 'TAB' : `${named.name} ( ${separator} )`;
}

function quoteLabel(quote: Dialect['quote']): string {
  return quote === '' ? 'none' : quote === '"' ? 'double quotes' : 'apostrophes';
}

function headerLabel({ hasHeader, headerByTable = false }: Dialect): string {
  return headerByTable ? 'judged for each sheet' : hasHeader ? 'in the first record' : 'none';
}

/** How a table was read, as names and values. Choices that its format does not leave open are not named. */
export function describeDialect(dialect: Dialect, table: string): readonly (readonly [string, string])[] {
  const open = openChoices(dialect.format);
  return [
    ['Format', formatLabel(dialect.format)],
    ...(open.encoding ? ([['Encoding', encodingLabels[dialect.encoding]]] as const) : []),
    ...(open.separator && dialect.separator !== ''
      ? ([['Separator', separatorLabel(dialect.separator)]] as const)
      : []),
    ...(open.quote ? ([['Quotes', quoteLabel(dialect.quote)]] as const) : []),
    ...(open.header ? ([['Header', headerLabel(dialect)]] as const) : []),
    ...(dialect.shortRows === 'fill' ? ([['Short rows', 'filled with nulls']] as const) : []),
    ...(dialect.member === null ? [] : ([['File in the archive', dialect.member]] as const)),
    ...(table === '' ? [] : ([['Table', table]] as const)),
  ];
}
