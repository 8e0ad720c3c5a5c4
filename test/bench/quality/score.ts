/** One column and what a classifier said of it. */
export type Verdict = {
  readonly table: string;
  readonly header: string;
  readonly isNegative: boolean;
  /** The types that count as right, likeliest first; `unknown` among them means that silence is right too. */
  readonly labels: readonly string[];
  readonly said: string;
  readonly confidence: number;
};

/** Counts over columns. `wrong` are types said that no label bears out, `missed` types that should have been said. */
export type Counts = { right: number; wrong: number; missed: number };

const unknown = 'unknown';

/** True if the verdict is among the labels. */
export function isRight({ labels, said }: Verdict): boolean {
  return labels.includes(said);
}

/** Precision, recall and their harmonic mean; NaN where there is nothing to count. */
export function rates({ right, wrong, missed }: Counts): { precision: number; recall: number; f1: number } {
  const precision = right / (right + wrong);
  const recall = right / (right + missed);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/**
 * Counts per type. A right verdict counts for the type said; a wrong one is wrong for the type said and missed for the
 * likeliest label, unless silence would have been right.
 */
export function countByType(verdicts: readonly Verdict[]): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  const of = (type: string): Counts => {
    const known = counts.get(type) ?? { right: 0, wrong: 0, missed: 0 };
    counts.set(type, known);
    return known;
  };
  for (const verdict of verdicts) {
    const { labels, said } = verdict;
    const [likeliest = unknown] = labels;
    if (isRight(verdict)) {
      if (said !== unknown) {
        of(said).right++;
      }
      continue;
    }
    if (said !== unknown) {
      of(said).wrong++;
    }
    if (!labels.includes(unknown)) {
      of(likeliest).missed++;
    }
  }
  return counts;
}

/** The sum of counts. */
export function total(counts: Iterable<Counts>): Counts {
  const sum = { right: 0, wrong: 0, missed: 0 };
  for (const { right, wrong, missed } of counts) {
    sum.right += right;
    sum.wrong += wrong;
    sum.missed += missed;
  }
  return sum;
}

/** Types said of columns of tables about nobody where none of the labels bears them out. */
export function falsePositives(verdicts: readonly Verdict[]): number {
  return verdicts.filter((verdict) => verdict.isNegative && verdict.said !== unknown && !isRight(verdict)).length;
}

const steps = [0.95, 0.9, 0.75, 0.6, 0.5];

/** How many of the columns with at least so much confidence, and less than the step above, were right. */
export function calibration(verdicts: readonly Verdict[]): { from: number; columns: number; right: number }[] {
  return steps
    .map((from, at) => {
      const below = steps[at - 1] ?? 2;
      const said = verdicts.filter(
        (verdict) => verdict.said !== unknown && verdict.confidence >= from && verdict.confidence < below,
      );
      return { from, columns: said.length, right: said.filter(isRight).length };
    })
    .filter(({ columns }) => columns > 0);
}
