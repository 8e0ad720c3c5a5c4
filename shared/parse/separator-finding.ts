import type { FormatDialect } from './table-format.ts';

/** What the lines look like when they are cut at one separator. */
export type SeparatorFinding = { readonly separator: string; readonly hasHeader: boolean; readonly score: number };

/** The separator whose look has the highest score, the first on a tie; the analyst's, if there is one. */
export function bestSeparator<F extends SeparatorFinding>(
  separators: readonly [string, ...string[]],
  decided: Partial<FormatDialect>,
  look: (separator: string) => F,
): F {
  const [first, ...others] = decided.separator ? ([decided.separator] as const) : separators;
  return others.map(look).reduce((a, b) => (b.score > a.score ? b : a), look(first));
}
