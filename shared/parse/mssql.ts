import { recogniseDump } from './sql/signatures.ts';
import { createSqlReader } from './sql/sql-reader.ts';
import { mssqlRules } from './sql/sql-rules.ts';
import type { TextFormat } from './table-format.ts';

/** Dumps of Microsoft SQL Server. */
export const mssql: TextFormat = {
  id: 'mssql',
  label: 'SQL Server script',
  extensions: ['.sql'],
  recognise: (head, decided) => recogniseDump('mssql', head, decided),
  read: (_, sink) => createSqlReader(mssqlRules, sink),
};
