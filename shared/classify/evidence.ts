import type { FieldTypeId } from '../domain/field-type-id.ts';
import { type ColumnFacts, columnFacts } from './column-facts.ts';
import type { Detector } from './detector.ts';
import { detectorFor, detectors } from './detectors.ts';
import { type HeaderMatch, matchHeader } from './header.ts';

/** How well a column's values fit one type: how many pass its detector or are a masked form of it. */
export type Fit = {
  readonly detector: Detector;
  readonly passed: number;
  /** passed / filled values; 0 without any. */
  readonly share: number;
};

/** Everything a verdict on one column rests on, gathered before any is passed. */
export type ColumnEvidence = {
  /** True if the column has a header, matched or not. */
  readonly isNamed: boolean;
  readonly header: HeaderMatch | null;
  readonly facts: ColumnFacts;
  readonly fits: ReadonlyMap<FieldTypeId, Fit>;
};

/** The share of valid values from which a column counts as holding a type (field-types.md: ≥ 80 %). */
export const mostlyValid = 0.8;

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
  return {
    isNamed: header !== null && header.trim() !== '',
    header: header === null ? null : matchHeader(header),
    facts,
    fits: new Map(detectors.map((detector) => [detector.fieldType, fitOf(detector, facts)])),
  };
}

/** The fit of any type; a type without a rule of its own fits every filled value. */
export function fitFor({ fits, facts }: ColumnEvidence, fieldType: FieldTypeId): Fit {
  return fits.get(fieldType) ?? fitOf(detectorFor(fieldType), facts);
}
