import { RE2JS, RE2JSSyntaxException } from 're2js';
import { err, ok, type Result } from './result.ts';

/** Why a pattern is not searched for. */
export type PatternProblem =
  | { readonly kind: 'look-around' }
  | { readonly kind: 'back-reference' }
  | { readonly kind: 'malformed'; readonly detail: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'matches-everything' };

const lookAround = /\(\?<?[=!]/;
const backReference = /(?<!\\)(?:\\\\)*\\(?:[1-9]|k<)/;
const longestPattern = 1_000;

function problemOf(source: string, cause: RE2JSSyntaxException): PatternProblem {
  if (lookAround.test(source)) {
    return { kind: 'look-around' };
  }
  if (backReference.test(source)) {
    return { kind: 'back-reference' };
  }
  return { kind: 'malformed', detail: cause.message.replace(/^error parsing regexp: /, '') };
}

/**
 * Compiles a pattern to a test of one cell. The engine takes time in proportion to the text whatever the pattern is
 * (RE2), so no pattern can hang the search; what would need backtracking is refused.
 */
export function compilePattern(source: string, matchCase: boolean): Result<(cell: string) => boolean, PatternProblem> {
  return compiled(source, matchCase, (pattern, cell) => pattern.test(cell));
}

/** Compiles a pattern to a test of whether the whole of a value matches it. */
export function compileWhole(source: string): Result<(value: string) => boolean, PatternProblem> {
  return compiled(source, true, (pattern, value) => pattern.testExact(value));
}

function compiled(
  source: string,
  matchCase: boolean,
  test: (pattern: RE2JS, text: string) => boolean,
): Result<(text: string) => boolean, PatternProblem> {
  if (source.length > longestPattern) {
    return err({ kind: 'too-large' });
  }
  try {
    const pattern = RE2JS.compile(source, matchCase ? 0 : RE2JS.CASE_INSENSITIVE);
    return test(pattern, '') ? err({ kind: 'matches-everything' }) : ok((text) => test(pattern, text));
  } catch (cause) {
    if (cause instanceof RE2JSSyntaxException) {
      return err(problemOf(source, cause));
    }
    throw cause;
  }
}
