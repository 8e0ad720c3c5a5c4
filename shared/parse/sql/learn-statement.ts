import { readTableAlteration } from './alter-table.ts';
import type { DumpTables } from './dump-tables.ts';
import type { SqlLexer } from './lexer.ts';
import { readScope } from './scope-statement.ts';
import { readStringSetting } from './string-setting.ts';
import { readTableDefinition } from './table-definition.ts';

/**
 * Takes from the statement in [at, end), which begins with `word`, what the rows behind it rest on: the columns of a table,
 * what backslashes mean, and where names belong. True when names mean something else from now on.
 */
export function learnStatement(lexer: SqlLexer, tables: DumpTables, at: number, end: number, word: string): boolean {
  const definition = word === 'CREATE' ? readTableDefinition(lexer, at, end) : null;
  if (definition !== null) {
    tables.table(definition.name).define(definition.columns);
  }
  const alteration = word === 'ALTER' ? readTableAlteration(lexer, at, end) : null;
  if (alteration !== null) {
    tables.table(alteration.name).alter(alteration.changes);
  }
  const strings = word === 'SET' ? readStringSetting(lexer, at, end) : null;
  if (strings !== null) {
    lexer.rules = { ...lexer.rules, strings };
  }
  const scope = readScope(lexer, at, end);
  if (scope !== null) {
    tables[scope.level] = scope.name;
  }
  return scope !== null;
}
