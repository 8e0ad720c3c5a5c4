import { cpus, totalmem } from 'node:os';
import type { Goal } from './goals.ts';

/** Smallest, middle and largest of some measurements. */
export type Spread = { readonly min: number; readonly median: number; readonly max: number };

/** The value that this share of the sorted measurements does not pass. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** The spread of the measurements. */
export function spreadOf(values: readonly number[]): Spread {
  return { min: Math.min(...values), median: middle(values), max: Math.max(...values) };
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

function spreadCells(values: readonly number[], show: (value: number) => string): readonly string[] {
  const { min, median, max } = spreadOf(values);
  return [show(median), `${show(min)}–${show(max)}`];
}

/** A tool's times for a table: the middle one and the range, in milliseconds. No times: it could not run, and why. */
export function timesLine(name: string, seconds: readonly number[], whyNot = 'not on this machine'): readonly string[] {
  return seconds.length === 0
    ? [`${name}: ${whyNot}`, '–', '–']
    : [name, ...spreadCells(seconds, (value) => figure(value * 1000))];
}

/** Round by round, one measurement divided by the other; nothing when one of them was not there to run. */
export function ratios(ours: readonly number[], theirs: readonly number[]): readonly number[] {
  return ours.length === theirs.length ? ours.map((value, round) => value / (theirs[round] ?? Number.NaN)) : [];
}

function verdictOf({ better, gate, aim }: Goal, median: number): string {
  const reaches = (limit: number): boolean => (better === 'lower' ? median <= limit : median >= limit);
  return reaches(aim) ? 'aim reached' : reaches(gate) ? 'gate met' : '**gate missed**';
}

/** A goal with what was measured, for the table of goals. No values: it could not be measured here, and why. */
export function goalLine(goal: Goal, values: readonly number[], whyNot = 'not on this machine'): readonly string[] {
  const show = (value: number): string => (goal.unit === 'ms' ? `${value.toFixed(1)} ms` : `${value.toFixed(2)} ×`);
  const limits = [goal.gate, goal.aim].map((limit) => (goal.unit === 'ms' ? `${limit} ms` : `${limit} ×`));
  return values.length === 0
    ? [goal.work, whyNot, '–', ...limits, 'not measured']
    : [goal.work, ...spreadCells(values, show), ...limits, verdictOf(goal, spreadOf(values).median)];
}

/** Prints goals beside what was measured: the middle of the rounds decides. */
export function printGoals(heading: string, lines: readonly (readonly string[])[]): void {
  printTable(`${heading} (${machine()})`, [['goal', 'measured', 'range', 'gate', 'aim', 'verdict'], ...lines]);
}
