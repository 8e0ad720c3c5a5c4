import { closeParen, comma, openParen, semicolon } from './ascii.ts';
import { broken, type SqlLexer } from './lexer.ts';
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

/** What a COPY came to: its rows follow at `end`, it has none here, or it cannot be read. */
export type CopyReading =
  | { readonly kind: 'rows'; readonly head: CopyHead; readonly end: number }
  | { readonly kind: 'other' }
  | { readonly kind: 'stopped'; readonly signal: number };

const optionWords = new Set([
  ...['WITH', 'AS', 'DELIMITER', 'DELIMITERS', 'NULL', 'CSV', 'BINARY', 'TEXT', 'HEADER', 'FORMAT', 'QUOTE', 'ESCAPE'],
  ...['FORCE', 'OIDS', 'ENCODING', 'FREEZE', 'TRUE', 'FALSE', 'ON', 'OFF', 'NOT', 'DEFAULT', 'MATCH'],
]);

function stopped(cursor: TokenCursor): CopyReading {
  return { kind: 'stopped', signal: cursor.signal === 0 ? broken : cursor.signal };
}

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

function isOption(cursor: TokenCursor): boolean {
  const isMark = cursor.is(openParen) || cursor.is(closeParen) || cursor.is(comma);
  return isMark || cursor.isQuoted() || cursor.word().startsWith("E'") || optionWords.has(cursor.word());
}

/** Reads what follows STDIN. Without a semicolon the line break ends it: then rows follow all the same. */
function readOptions(lexer: SqlLexer, cursor: TokenCursor): { readonly options: Options; readonly end: number } | null {
  const options: Options = { delimiter: null, null: null, isCsv: false, hasHeader: false };
  let option = '';
  for (;;) {
    const end = cursor.end;
    const lineEnd = lexer.lineEnd(end);
    if (!cursor.next()) {
      return cursor.signal === broken ? { options, end } : null;
    }
    if (cursor.is(semicolon)) {
      return { options, end: cursor.end };
    }
    const isOnLine = lineEnd < 0 || cursor.at < lineEnd;
    if (!isOption(cursor) || !isOnLine) {
      return isOnLine ? null : { options, end };
    }
    option = takeOption(options, cursor, option);
  }
}

/** Reads the COPY that begins at `from`. */
export function readCopyHead(lexer: SqlLexer, from: number): CopyReading {
  const cursor = new TokenCursor(lexer, from, lexer.stop);
  if (!cursor.next() || !cursor.next()) {
    return stopped(cursor);
  }
  if (cursor.is(openParen)) {
    return { kind: 'other' };
  }
  const name = cursor.qualifiedName();
  const columns = cursor.is(openParen) ? cursor.names() : null;
  const direction = cursor.word();
  if (name === null || (direction !== 'FROM' && direction !== 'TO') || !cursor.next()) {
    return stopped(cursor);
  }
  if (direction === 'TO' || cursor.isQuoted() || cursor.word() === 'PROGRAM') {
    return { kind: 'other' };
  }
  return cursor.word() === 'STDIN' ? readStdin(lexer, cursor, name, columns) : stopped(cursor);
}

function readStdin(
  lexer: SqlLexer,
  cursor: TokenCursor,
  name: SqlName,
  columns: readonly string[] | null,
): CopyReading {
  const found = readOptions(lexer, cursor);
  if (found === null) {
    return stopped(cursor);
  }
  const { isCsv, hasHeader, delimiter, null: nullText } = found.options;
  const head = {
    ...{ name, columns, isCsv, hasHeader },
    delimiter: delimiter?.charCodeAt(0) ?? (isCsv ? comma : tab),
    null: nullText ?? (isCsv ? '' : '\\N'),
  };
  return { kind: 'rows', head, end: found.end };
}
