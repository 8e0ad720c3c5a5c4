import { cpus, totalmem } from 'node:os';

/** Smallest, middle and largest of some measurements. */
export type Spread = { readonly min: number; readonly median: number; readonly max: number };

/** The spread of the measurements. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return { min: at(0), median: at(Math.floor(sorted.length / 2)), max: at(sorted.length - 1) };
}

/** A whole number with thousands apart. */
export function figure(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** What the figures were measured on. */
export function machine(): string {
  const [first] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${gigabytes} GB, ${process.platform}`;
}

/** Prints a Markdown table under a heading. */
export function printTable(heading: string, [head, ...rows]: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = line((head ?? []).map((_, column) => (column === 0 ? '---' : '---:')));
  process.stdout.write(`\n### ${heading}\n\n${[line(head ?? []), rule, ...rows.map(line)].join('\n')}\n\n`);
}
