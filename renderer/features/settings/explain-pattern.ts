import { assertNever } from '#shared/lib/assert-never.ts';
import type { PatternProblem } from '#shared/lib/pattern.ts';

/** Says why a pattern cannot be that of a field type, and what to do. */
export function explainPattern(problem: PatternProblem): string {
  switch (problem.kind) {
    case 'look-around':
      return 'Look-ahead and look-behind, (?=…) and the like, are not supported: they could make an import endless. Write what must stand there as a part of the pattern.';
    case 'back-reference':
      return 'A reference back to a group, such as \\1, is not supported: it could make an import endless. Write the pattern without it.';
    case 'malformed':
      return `The pattern cannot be read: ${problem.detail}. Put \\ before a sign that stands for itself.`;
    case 'too-large':
      return 'The pattern is too long. Write only what tells a value of this type from others.';
    case 'matches-everything':
      return 'The pattern also matches an empty cell. Ask for at least one character, for example with + in place of *.';
    default:
      return assertNever(problem);
  }
}
