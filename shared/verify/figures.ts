import type { CheckFigure, CheckOutcome } from '../domain/check.ts';
import { counted } from '../lib/counted.ts';
import { type Share, wilson } from '../lib/wilson.ts';

/** A share as a figure, with its interval. */
export function shareFigure(name: string, { share, low, high, compared }: Share): CheckFigure {
  return { name, unit: 'share', value: share, low, high, rests: compared };
}

/** A number that was counted. */
export function countFigure(name: string, value: number, rests: number): CheckFigure {
  return { name, unit: 'count', value, low: null, high: null, rests };
}

/** A measure that is no share; `low` and `high` bound it with about 95 % confidence where that is known. */
export function statisticFigure(
  name: string,
  { value, low, high }: { readonly value: number; readonly low: number | null; readonly high: number | null },
  rests: number,
): CheckFigure {
  return { name, unit: 'statistic', value, low, high, rests };
}

/** From where on a share passes, and below what it fails. Between the two it is a warning. */
export type Thresholds = { readonly passFrom: number; readonly failBelow: number };

/**
 * Judges a share that should be high. A threshold counts as reached only if the whole 95 % interval is beyond it, so that
 * thin numbers neither pass nor fail: an interval that spans a threshold is a warning. All of 189 rows are needed to pass
 * 98 %, all of 381 to pass 99 %.
 */
export function judgeHigh({ low, high }: Share, { passFrom, failBelow }: Thresholds): CheckOutcome {
  if (low >= passFrom) {
    return 'pass';
  }
  return high < failBelow ? 'fail' : 'warn';
}

/** Judges a share that should be low, by the same rule: passes only wholly below one limit, fails only wholly above the other. */
export function judgeLow(
  { low, high }: Share,
  limits: { readonly passBelow: number; readonly failAbove: number },
): CheckOutcome {
  if (high < limits.passBelow) {
    return 'pass';
  }
  return low > limits.failAbove ? 'fail' : 'warn';
}

/** Rows that a test held for, of those it could be asked of. */
export class Tally {
  hits = 0;
  of = 0;

  /** Takes in one answer. */
  add(holds: boolean): void {
    this.of++;
    this.hits += holds ? 1 : 0;
  }

  /** The share with its interval. */
  get share(): Share {
    return wilson(this.hits, this.of);
  }
}

/** A share as a reader takes it in: `98.4 %`, `0.03 %`. */
export function percent(share: number): string {
  const hundred = share * 100;
  const places = hundred !== 0 && Math.abs(hundred) < 1 ? 2 : 1;
  return `${Number(hundred.toFixed(places)).toLocaleString('en')} %`;
}

/** `985 of 1,000 values`. */
export function outOf({ hits, of }: Pick<Tally, 'hits' | 'of'>, noun: string): string {
  return `${hits.toLocaleString('en')} of ${counted(of, noun)}`;
}

/** The sentence of a check that found too few of something (named in the plural) to say anything. */
export function tooFew(what: string, of: number, least: number): string {
  return `Too few ${what}: ${of.toLocaleString('en')} found, ${least.toLocaleString('en')} needed.`;
}
