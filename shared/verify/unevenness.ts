/** How far counts are from even: `value` is 0 for even ones; the truth lies between `low` and `high` with about 95 % confidence. */
export type Unevenness = { readonly value: number; readonly low: number; readonly high: number };

/**
 * The squared effect size of the chi-square test against even counts (Cohen's w², J. Cohen, "Statistical Power Analysis",
 * 1988, ch. 7), freed of what chance alone adds: (χ² − df) / n. Its interval comes from the variance of the non-central
 * χ², 2·df + 4·λ. Unlike a p-value it does not grow with the number of rows: 0 is even, 0.1 slightly, 0.5 clearly uneven.
 */
export function unevenness(counts: readonly number[]): Unevenness {
  const of = counts.reduce((sum, count) => sum + count, 0);
  const even = of / counts.length;
  if (of === 0 || counts.length < 2) {
    return { value: 0, low: 0, high: Number.POSITIVE_INFINITY };
  }
  const df = counts.length - 1;
  const excess = counts.reduce((sum, count) => sum + (count - even) ** 2 / even, 0) - df;
  const spread = 1.96 * Math.sqrt(2 * df + 4 * Math.max(0, excess));
  return {
    value: Math.max(0, excess / of),
    low: Math.max(0, (excess - spread) / of),
    high: Math.max(0, (excess + spread) / of),
  };
}

/** True if counts are more even than chance would leave them (z of χ² below −3): somebody dealt them out in turn. */
export function isTooEven(counts: readonly number[]): boolean {
  const of = counts.reduce((sum, count) => sum + count, 0);
  const even = of / counts.length;
  const df = counts.length - 1;
  if (even < 5) {
    return false;
  }
  const chiSquare = counts.reduce((sum, count) => sum + (count - even) ** 2 / even, 0);
  return (chiSquare - df) / Math.sqrt(2 * df) < -3;
}

/**
 * The mean absolute deviation of first-digit shares from Benford's law (M. Nigrini, "Benford's Law", 2012, ch. 7);
 * `counts[0]` is digit 1.
 */
export function benfordDeviation(counts: readonly number[]): number {
  const of = counts.reduce((sum, count) => sum + count, 0);
  const deviations = counts.map((count, index) => Math.abs(count / of - Math.log10(1 + 1 / (index + 1))));
  return deviations.reduce((sum, deviation) => sum + deviation, 0) / counts.length;
}
