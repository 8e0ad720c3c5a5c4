import { recogniseDump } from './sql/signatures.ts';
import { createSqlReader } from './sql/sql-reader.ts';
import { postgresqlRules } from './sql/sql-rules.ts';
import type { TextFormat } from './table-format.ts';

/** Dumps of PostgreSQL (COPY and INSERT). */
export const postgresql: TextFormat = {
  id: 'postgresql',
  label: 'PostgreSQL dump',
  extensions: ['.sql'],
  recognise: (head, decided) => recogniseDump('postgresql', head, decided),
  read: (_, sink) => createSqlReader(postgresqlRules, sink),
};
