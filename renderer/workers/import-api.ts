import type { Dialect } from '#shared/domain/dialect.ts';
import type { OriginalId, Sha256 } from '#shared/domain/evidence.ts';
import type { Basis, Block, RejectedBatch, Sample, SampleId, TypeProfile } from '#shared/domain/sample.ts';
import type { ParseFailure } from '#shared/parse/outcome.ts';

/** A file that the vault keeps, encrypted, in the place of the file itself. */
export type KeptOriginal = Pick<File, 'name' | 'size' | 'lastModified'> & { readonly original: OriginalId };

/** What can be read as a file. */
export type ReadableFile = File | KeptOriginal;

/** How far an import is. Bytes are those of the file as it is, packed or not. */
export type ImportProgress = {
  /** `hashing`: an archive or a workbook is read in one pass of its own first; `reading`: its rows come in. */
  readonly phase: 'hashing' | 'reading';
  readonly bytesRead: number;
  readonly totalBytes: number;
  readonly rows: number;
  readonly rejected: number;
};

/** What to import, and how. */
export type ImportRequest = {
  /** Names the run, to pause or cancel it. */
  readonly importId: string;
  readonly file: ReadableFile;
  readonly dialect: Dialect;
  /** The tables to store, by their names inside the file; null stores every table. */
  readonly tables: readonly string[] | null;
  /** A table with more rows is profiled instead of stored: all rows are counted, a random selection is kept. */
  readonly rowLimit: number;
  /** How many rows that selection has, and the seed it is drawn with. */
  readonly selection: { readonly rows: number; readonly seed: number };
  /** Tables that are not stored although `tables` is null: the analyst knows them and left them out. */
  readonly leftOut: readonly string[];
  /** Whether the file itself is kept, encrypted, as evidence. */
  readonly keepOriginal: boolean;
};

/** One table of an import, once every block of it is flushed to its file. */
export type ImportedTable = {
  readonly id: SampleId;
  readonly table: string;
  readonly basis: Basis;
  readonly rows: number;
  readonly rejected: number;
  readonly columns: Sample['columns'];
  /** The figures of a table that was profiled; null for one that is stored whole: its rows are counted later. */
  readonly profiles: readonly TypeProfile[] | null;
  readonly combinations: Sample['combinations'];
  readonly persons: Sample['persons'];
  readonly blocks: readonly Block[];
  readonly rejectedBatches: readonly RejectedBatch[];
  /** The line where a quote opened that the file never closes: the file looks cut off. */
  readonly endsInsideQuote: number | null;
  /** Sentences on what the file had lost before it was read. */
  readonly notes: readonly string[];
};

/** A table of which no row could be read: what it rejected is kept with a table that has rows. */
export type RowlessTable = { readonly table: string; readonly rejected: number };

/**
 * What an import yields: tables with rows, in the order of the file. With the first of them the rejected records are kept
 * that belong to no table, or to one without rows.
 */
export type ImportedFile = {
  readonly sha256: Sha256;
  readonly byteLength: number;
  /** The file itself, where it was to be kept and is not kept already. */
  readonly original: OriginalId | null;
  readonly tables: readonly ImportedTable[];
  readonly rowless: readonly RowlessTable[];
};

/** Why an import kept nothing. */
export type ImportFailure =
  | { readonly kind: 'not-a-table'; readonly failure: ParseFailure }
  | { readonly kind: 'cancelled'; readonly rows: number }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'unreadable'; readonly detail: string };
