import { asciiText, asterisk, slash } from './ascii.ts';
import { needMore, type SqlLexer } from './lexer.ts';

const opening = /^\/\*M?!\d{0,6}\s*(?=(?:insert|replace)\b)/i;
const lookedAt = 48;

/**
 * Past the `/*!50003` that opens a comment which MySQL executes, when it brings rows, or past the mark that closes such a
 * comment; `at` itself when neither stands there. A comment of that kind without rows is one like any other.
 */
export function executedCommentEdge(lexer: SqlLexer, at: number): number {
  const { bytes, stop, isFinal, rules } = lexer;
  const byte = bytes[at];
  if (!rules.executedComments || (byte !== slash && byte !== asterisk)) {
    return at;
  }
  if (byte === asterisk) {
    return at + 1 >= stop && !isFinal ? needMore : at + 1 < stop && bytes[at + 1] === slash ? at + 2 : at;
  }
  if (at + lookedAt > stop && !isFinal) {
    return needMore;
  }
  const [opened = ''] = opening.exec(asciiText(bytes, at, Math.min(stop, at + lookedAt))) ?? [];
  return at + opened.length;
}
