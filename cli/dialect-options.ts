import { type Dialect, type Encoding, encodingSchema, type FormatId, formatIdSchema } from '#shared/domain/dialect.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type Arguments, parseArguments } from './arguments.ts';

/** How those options are written. */
export const dialectUsage = `  --encoding E       utf-8, gb18030, … or another usual name of one (gbk, sjis, latin1, cp1251)
  --format F         csv, mysql, ndjson, … ; tsv is csv with tabs, sql is whichever dump fits
  --delimiter D      what stands between cells; a tab is written \\t or tab, Hive's separator \\x01
  --header yes|no    whether the first record names the columns
  --member PATH      which file of a ZIP archive; */NAME is all files of that name, whatever their folders`;

/** What was decided on the command line. `anyDump` asks for whichever SQL dump fits best. */
export type Decided = { readonly dialect: Partial<Dialect>; readonly anyDump: boolean };

/** Names that the Encoding Standard does not list; dashes, underscores and spaces are left out on both sides. */
const encodingAliases: ReadonlyMap<string, Encoding> = new Map([
  ['utf16', 'utf-16le'],
  ['utf16le', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['ucs2', 'utf-16le'],
  ['utf8bom', 'utf-8'],
  ['utf8sig', 'utf-8'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['cp936', 'gb18030'],
  ['euccn', 'gb18030'],
  ['cp950', 'big5'],
  ['sjis', 'shift_jis'],
  ['cp932', 'shift_jis'],
  ['cp949', 'euc-kr'],
  ['uhc', 'euc-kr'],
  ['koi8', 'koi8-r'],
]);

const formatAliases: ReadonlyMap<string, FormatId> = new Map([
  ['delimited', 'csv'],
  ['dash', 'dash-list'],
  ['dashes', 'dash-list'],
  ['list', 'dash-list'],
  ['combolist', 'combo'],
  ['mariadb', 'mysql'],
  ['postgres', 'postgresql'],
  ['pgsql', 'postgresql'],
  ['pg', 'postgresql'],
  ['sqlserver', 'mssql'],
  ['tsql', 'mssql'],
  ['sqlite3', 'sqlite'],
  ['jsonl', 'ndjson'],
  ['jsonlines', 'ndjson'],
  ['mongo', 'ndjson'],
  ['excel', 'xlsx'],
  ['stealer', 'stealer-log'],
  ['stealerlog', 'stealer-log'],
  ['vcf', 'vcard'],
  ['txt', 'text'],
  ['plain', 'text'],
]);

const tabFormats: readonly string[] = ['tsv', 'tab'];

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, '');
}

/** The name that the Encoding Standard gives an encoding by one of its labels, or null. */
function standardName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

type Part = Result<Partial<Dialect>, string>;

function knownEncoding(name: string): Encoding | undefined {
  return encodingAliases.get(bare(name)) ?? encodingSchema.options.find((known) => bare(known) === bare(name));
}

function readEncoding(name: string): Part {
  const spelt = name.toLowerCase().replace(/^(?:cp|win|windows)[-_ ]?(125\d)$/, 'windows-$1');
  const encoding = knownEncoding(spelt) ?? knownEncoding(standardName(spelt) ?? standardName(bare(name)) ?? '');
  const known = encodingSchema.options.join(', ');
  return encoding === undefined
    ? err(`There is no encoding “${name}” here. The encodings are ${known}.`)
    : ok({ encoding });
}

function readFormat(name: string): Part {
  if (bare(name) === 'sql') {
    return ok({});
  }
  if (tabFormats.includes(bare(name))) {
    return ok({ format: 'csv', separator: '\t' });
  }
  const format = formatAliases.get(bare(name)) ?? formatIdSchema.options.find((known) => bare(known) === bare(name));
  const known = [...formatIdSchema.options, 'tsv', 'sql'].join(', ');
  return format === undefined ? err(`There is no format “${name}” here. The formats are ${known}.`) : ok({ format });
}

const longestSeparator = 8;

function readDelimiter(text: string): Part {
  const separator = text === 'tab' ? '\t' : text.replaceAll('\\t', '\t').replaceAll('\\x01', '\u0001');
  return separator.length >= 1 && separator.length <= longestSeparator
    ? ok({ separator })
    : err(`The delimiter must have one to ${longestSeparator} characters.`);
}

function readHeader(word: string): Part {
  return word === 'yes' || word === 'no'
    ? ok({ hasHeader: word === 'yes' })
    : err(`The header is yes or no, not “${word}”.`);
}

/** How each option is read, in an order in which a later one may correct what an earlier one implies. */
const readers = [
  ['encoding', readEncoding],
  ['format', readFormat],
  ['delimiter', readDelimiter],
  ['header', readHeader],
  ['member', (member: string): Part => ok({ member })],
] as const;

/** The options that say how a file is read; every command that reads files takes them. */
const dialectOptions: readonly string[] = readers.map(([name]) => name);

/** Reads the options that say how a file is read. The failure is a sentence with what could be said instead. */
function decide(options: ReadonlyMap<string, string>): Result<Decided, string> {
  let dialect: Partial<Dialect> = {};
  for (const [name, read] of readers) {
    const text = options.get(name);
    const part = text === undefined ? ok({}) : read(text);
    if (!part.ok) {
      return part;
    }
    dialect = { ...dialect, ...part.value };
  }
  return ok({ dialect, anyDump: bare(options.get('format') ?? '') === 'sql' });
}

/** The files that a command was given, how to read them, and whatever else stands among its words. */
export type FileArguments = Arguments & { readonly decided: Decided };

/** Takes the words of a command that reads files apart. `usage` is shown when no file is named. The failure is a sentence. */
export function parseFileArguments(
  words: readonly string[],
  usage: string,
  own: { readonly options?: readonly string[]; readonly flags?: readonly string[] },
): Result<FileArguments, string> {
  const given = parseArguments(words, [...dialectOptions, ...(own.options ?? [])], own.flags);
  if (!given.ok) {
    return given;
  }
  const decided = decide(given.value.options);
  if (!decided.ok) {
    return decided;
  }
  return given.value.files.length === 0
    ? err(`Name at least one file.\n\n${usage}`)
    : ok({ ...given.value, decided: decided.value });
}
