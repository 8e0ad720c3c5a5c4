import { z } from 'zod';

/** The formats that can be read, each by the file of the same name in `shared/parse`. */
export const formatIdSchema = z.enum([
  'csv',
  'dash-list',
  'combo',
  'ulp',
  'mysql',
  'postgresql',
  'mssql',
  'sqlite',
  'json',
  'ndjson',
  'xlsx',
  'stealer-log',
  'vcard',
  'text',
]);
export type FormatId = z.infer<typeof formatIdSchema>;

/** The encodings that can be read, by their names in the WHATWG Encoding Standard. GB2312 and GBK are read as GB18030. */
export const encodingSchema = z.enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'koi8-r',
]);
export type Encoding = z.infer<typeof encodingSchema>;

/** How a file is read: its format and encoding, and what its format leaves open. It says nothing of one table alone. */
export const dialectSchema = z
  .object({
    format: formatIdSchema,
    encoding: encodingSchema,
    /** What stands between cells, one to eight characters; '' in a format that has no separator. */
    separator: z.string().max(8).default(''),
    /** What encloses a cell that holds separators; '' when nothing does. Only delimited text asks. */
    quote: z.enum(['"', "'", '']).default('"'),
    /** Whether the first record names the columns. Formats that carry names of their own ignore it. */
    hasHeader: z.boolean(),
    /**
     * True where that was guessed of the first of several tables only, and every table is judged by its own first rows.
     * Only workbooks ask.
     */
    headerByTable: z.boolean().exactOptional(),
    /** How many cells a row has; null takes it from the first sound record. Only delimited text and lists ask. */
    width: z.int().min(1).nullable().default(null),
    /** What becomes of a record with fewer cells than the table has columns: rejected, or filled up with nulls. */
    shortRows: z.enum(['reject', 'fill']).default('reject'),
    /** The path of the file inside an archive; null when it lies open, or when the archive holds one stream only. */
    member: z.string().nullable().default(null),
  })
  .readonly();
export type Dialect = z.infer<typeof dialectSchema>;
