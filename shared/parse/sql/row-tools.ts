import type { ByteWindow } from './byte-window.ts';
import type { CellWriter } from './cell-writer.ts';
import type { DumpTables } from './dump-tables.ts';
import type { SqlLexer } from './lexer.ts';
import type { Rejection } from './rejection.ts';
import type { StatementReader } from './statement-reader.ts';
import type { RestartFinder } from './statement-start.ts';

/** Hears of a stretch [start, end) of the file. */
export type OnBinary = (start: number, end: number) => void;

/** What the rows need of the reader around them. */
export type RowTools = {
  readonly window: ByteWindow;
  readonly lexer: SqlLexer;
  readonly tables: DumpTables;
  readonly restarts: RestartFinder;
  readonly statements: StatementReader;
  readonly rejection: Rejection;
  readonly cellWriter: CellWriter;
  /** Hears where in the file the cells lie that may hold bytes rather than text. */
  readonly onBinary: OnBinary | null;
};
