import { recogniseDump } from './sql/signatures.ts';
import { createSqlReader } from './sql/sql-reader.ts';
import { sqliteRules } from './sql/sql-rules.ts';
import type { TextFormat } from './table-format.ts';

/** Dumps of SQLite. */
export const sqlite: TextFormat = {
  id: 'sqlite',
  label: 'SQLite dump',
  extensions: ['.sql'],
  recognise: (head, decided) => recogniseDump('sqlite', head, decided),
  read: (_, sink) => createSqlReader(sqliteRules, sink),
};
