import type { FieldTypeId } from '../domain/field-type-id.ts';
import { type ColumnFacts, columnFacts } from './column-facts.ts';
import type { Detector } from './detector.ts';
import { detectorFor, detectors } from './detectors.ts';
import { matchHeader } from './header.ts';
import { isPlaceholder, isUnreadable } from './header-form.ts';
import type { HeaderMatch } from './header-names.ts';

/** How well a column's values fit one type: how many pass its detector or are a masked form of it. */
export type Fit = {
  readonly detector: Detector;
  readonly passed: number;
  /** passed / filled values; 0 without any. */
  readonly share: number;
};

/** Everything a verdict on one column rests on, gathered before any is passed. */
export type ColumnEvidence = {
  /** True if the column has a header that means something, known or not: `col1` and garbled ones do not. */
  readonly isNamed: boolean;
  /** What the header stands for; without types where it names something that is none of them (`status`). */
  readonly header: HeaderMatch | null;
  readonly facts: ColumnFacts;
  readonly fits: ReadonlyMap<FieldTypeId, Fit>;
};

/** The share of valid values from which a column counts as holding a type that is easy to hit (field-types.md: ≥ 80 %). */
const mostlyValid = 0.8;

/**
 * The share of its values that a type must accept. The harder a type is to hit by luck, the more junk a column may hold: six
 * in ten of random values never pass a rule that one in ten passes.
 */
export function neededShare({ chance }: Detector): number {
  if (chance <= 0.001) {
    return 0.5;
  }
  return chance <= 0.1 ? 0.6 : mostlyValid;
}

/** How many values, spread evenly over a column, show whether a type is worth asking about at all. */
const firstLook = 200;

function fits(detector: Detector, value: string | undefined): boolean {
  return value !== undefined && (detector.accepts(value) || detector.isMasked(value));
}

/** True if the detector takes none of the values of a first look: then all of them would not make it a candidate. */
function isHopeless(detector: Detector, filled: readonly string[]): boolean {
  if (filled.length < firstLook * 2) {
    return false;
  }
  const step = filled.length / firstLook;
  for (let look = 0; look < firstLook; look++) {
    if (fits(detector, filled[Math.floor(look * step)])) {
      return false;
    }
  }
  return true;
}

function fitOf(detector: Detector, { filled }: ColumnFacts): Fit {
  let passed = 0;
  if (!isHopeless(detector, filled)) {
    for (const value of filled) {
      passed += fits(detector, value) ? 1 : 0;
    }
  }
  return { detector, passed, share: filled.length === 0 ? 0 : passed / filled.length };
}

/** Matches the header and runs every detector over the examined values of one column. */
export function gatherEvidence(header: string | null, values: readonly string[]): ColumnEvidence {
  const facts = columnFacts(values);
  const match = header === null || isPlaceholder(header) ? null : matchHeader(header);
  return {
    isNamed: match !== null || !(header === null || isPlaceholder(header) || isUnreadable(header)),
    header: match,
    facts,
    fits: new Map(detectors.map((detector) => [detector.fieldType, fitOf(detector, facts)])),
  };
}

/** The fit of any type; a type without a rule of its own fits every filled value. */
export function fitFor({ fits, facts }: ColumnEvidence, fieldType: FieldTypeId): Fit {
  return fits.get(fieldType) ?? fitOf(detectorFor(fieldType), facts);
}
