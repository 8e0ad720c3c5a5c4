import { recogniseDump } from './sql/signatures.ts';
import { createSqlReader } from './sql/sql-reader.ts';
import { mysqlRules } from './sql/sql-rules.ts';
import type { TextFormat } from './table-format.ts';

/** Dumps of MySQL and MariaDB. */
export const mysql: TextFormat = {
  id: 'mysql',
  label: 'MySQL or MariaDB dump',
  extensions: ['.sql'],
  recognise: (head, decided) => recogniseDump('mysql', head, decided),
  read: ({ encoding }, sink) => createSqlReader(mysqlRules, sink, encoding),
};
