/** A scale from 0 to `top`, with round numbers to mark on it; the longest mark takes the whole length. */
export type Scale = { readonly top: number; readonly ticks: readonly number[] };

/** The round step (1, 2 or 5 times a power of ten) that cuts `top` into at most `parts` whole steps. */
function stepFor(top: number, parts: number): number {
  const rough = top / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  return Math.max(1, step);
}

/** A scale of counts up to `largest`, with about `parts` marks; without marks where there is nothing to measure. */
export function scaleFor(largest: number, parts: number): Scale {
  if (largest <= 0) {
    return { top: 1, ticks: [] };
  }
  const step = stepFor(largest, parts);
  const count = Math.floor(largest / step);
  return { top: largest, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) };
}

/** A count in short, for an axis: `1.2K`, `30M`. */
export function shortCount(count: number): string {
  return count.toLocaleString('en', { notation: 'compact', maximumFractionDigits: 1 });
}
