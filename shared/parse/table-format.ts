import type { Dialect, Encoding, FormatId } from '../domain/dialect.ts';
import type { RejectedRow } from '../domain/sample.ts';
import type { Kernels } from '../kernel/kernels.ts';
import type { BlockSize, TableReceiver, TableSummary } from '../kernel/table-writer.ts';
import type { ByteSource } from './byte-source.ts';

/** Who receives what a file holds: its tables one by one, and the records that belong to none of them. */
export type TableSink = BlockSize & {
  /** A table begins, under its name inside the file ('' when the file is one table). A name is opened once only. */
  readonly openTable: (name: string) => TableReceiver;
  /** A record that is no row of any table, kept with its line like one that a table rejects. */
  readonly onStray: (row: RejectedRow) => void;
};

/** A file being read as text. Push it from its first byte on, as UTF-8, in chunks cut anywhere; then end it. */
export type TextReader = {
  /** Reads on. The chunk may be reused afterwards. */
  readonly push: (utf8: Uint8Array) => void;
  /** Reads what is left and says what each table came to, in the order of the file; tables without rows included. */
  readonly end: () => readonly TableSummary[];
};

/** The beginning of a file as text (256 KiB of it at most), without byte order mark, and whether that is all of it. */
export type TextHead = { readonly text: string; readonly isWhole: boolean };

/** What of a dialect its format decides. */
export type FormatDialect = Omit<Dialect, 'encoding' | 'member'>;

/** What a reader is told: the dialect, and what the text was before it became UTF-8 (where it matters and is known). */
export type ReadDialect = FormatDialect & { readonly encoding?: Encoding };

/** A format that says it knows a file by its beginning. */
export type Recognition = {
  /**
   * How sure it is, 0 to 1: from 0.9 on a signature of the format was seen, below it shares of records agree. The highest
   * score reads the file; on a tie the format that stands first in the list.
   */
  readonly score: number;
  readonly dialect: FormatDialect;
  /** Sentences that say what was seen, with numbers. */
  readonly reasons: readonly string[];
};

/** One kind of text that holds tables. A new one is a file of its own and a line in `formats.ts`. */
export type TextFormat = {
  readonly id: FormatId;
  /** What the analyst reads, such as `MySQL dump`. */
  readonly label: string;
  /** File name endings with the dot; a hint for the file picker only. */
  readonly extensions: readonly string[];
  /**
   * Looks at a beginning; null when it is not of this format. `decided` holds what the analyst has chosen: it must come
   * back as it is, with the rest guessed to fit. When `decided.format` is this format the answer must not be null.
   */
  readonly recognise: (head: TextHead, decided: Partial<FormatDialect>) => Recognition | null;
  /** Reads in a dialect. The kernels are this reader's alone; most formats have no use for them. */
  readonly read: (dialect: ReadDialect, sink: TableSink, kernels: Kernels) => TextReader;
};

/** A kind of file that is no text, such as a workbook. It reads at any place of the file. */
export type BinaryFormat = {
  readonly id: FormatId;
  readonly label: string;
  readonly extensions: readonly string[];
  /**
   * Whether the file is of this format, by its first bytes (4 KiB are enough) and a look inside. What is `decided` comes back
   * as it is.
   */
  readonly recognise: (source: ByteSource, decided: Partial<FormatDialect>) => Promise<Recognition | null>;
  /** Reads the whole file; pauses after each stretch, so that its caller can store, report and stop. Throws `ParseProblem`. */
  readonly read: (
    source: ByteSource,
    dialect: FormatDialect,
    sink: TableSink,
  ) => AsyncGenerator<void, readonly TableSummary[]>;
};
