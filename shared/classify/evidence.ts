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

function fitOf(detector: Detector, facts: ColumnFacts): Fit {
  let passed = 0;
  for (const value of facts.filled) {
    if (detector.accepts(value) || detector.isMasked(value)) {
      passed++;
    }
  }
  return { detector, passed, share: facts.filled.length === 0 ? 0 : passed / facts.filled.length };
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
