import { comma, openParen } from './ascii.ts';
import type { SqlLexer } from './lexer.ts';
import { type SqlName, TokenCursor } from './token-cursor.ts';

const tab = 0x09;

/** What COPY says of the lines that follow it. */
export type CopyHead = {
  readonly name: SqlName;
  readonly columns: readonly string[] | null;
  readonly delimiter: number;
  /** What stands for NULL. */
  readonly null: string;
  readonly isCsv: boolean;
  readonly hasHeader: boolean;
};

type Options = { delimiter: string | null; null: string | null; isCsv: boolean; hasHeader: boolean };

/** Takes a token of the options; returns the option that it names or belongs to. */
function takeOption(options: Options, cursor: TokenCursor, option: string): string {
  const word = cursor.word();
  if (cursor.isQuoted()) {
    // E'\t' is the one delimiter that is usually written with an escape; to the cursor it is a word.
    options.delimiter = option.startsWith('DELIMITER') ? cursor.name() : options.delimiter;
    options.null = option === 'NULL' ? cursor.name() : options.null;
    return option;
  }
  if (word === 'AS' || word === '') {
    return option;
  }
  const isOff = option === 'HEADER' && (word === 'FALSE' || word === 'OFF');
  options.isCsv ||= word === 'CSV';
  options.hasHeader = (options.hasHeader || word === 'HEADER') && !isOff;
  return word;
}

function readOptions(cursor: TokenCursor): Options {
  const options: Options = { delimiter: null, null: null, isCsv: false, hasHeader: false };
  let option = '';
  while (cursor.next()) {
    option = takeOption(options, cursor, option);
  }
  return options;
}

/** Reads the statement in [from, end) when it is a COPY whose rows follow it; null for any other. */
export function readCopyHead(lexer: SqlLexer, from: number, end: number): CopyHead | null {
  const cursor = new TokenCursor(lexer, from, end);
  const name = cursor.next() && cursor.word() === 'COPY' && cursor.next() ? cursor.qualifiedName() : null;
  const columns = name !== null && cursor.is(openParen) ? cursor.names() : null;
  if (name === null || cursor.word() !== 'FROM' || !cursor.next() || cursor.word() !== 'STDIN') {
    return null;
  }
  const options = readOptions(cursor);
  return {
    ...{ name, columns, isCsv: options.isCsv, hasHeader: options.hasHeader },
    delimiter: options.delimiter?.charCodeAt(0) ?? (options.isCsv ? comma : tab),
    null: options.null ?? (options.isCsv ? '' : '\\N'),
  };
}
