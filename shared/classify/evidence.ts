import type { FieldTypeId } from '../domain/field-type-id.ts';
import { type ColumnFacts, columnFacts } from './column-facts.ts';
import type { Detector } from './detector.ts';
import { allDetectors, detectorFor } from './detectors.ts';
import { matchHeader } from './header.ts';
import { isPlaceholder, isUnreadable } from './header-form.ts';
import type { HeaderMatch } from './header-names.ts';

/**
 * How well a column's values fit one type: how many pass its detector or are a masked form of it. Of a type that takes next to
 * none at a first look, and is not named by the header, neither is counted.
 */
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
const firstLook = 64;
/**
 * A type that takes fewer of the first look, or none of its first twenty, is not asked about the others. Were it to take half
 * of the column, the least that any candidate needs, this would pass it over once in a million columns.
 */
const worthAsking = firstLook / 8;
const firstGlance = 20;
/** Neighbours in the look stand far apart in the column: an odd stride that goes round all of it. */
const stride = 27;

/** True if the detector takes next to none of the values of a first look: then all of them would not make it a candidate. */
function isHopeless(detector: Detector, cleaned: readonly string[]): boolean {
  if (cleaned.length < firstLook * 4) {
    return false;
  }
  const step = cleaned.length / firstLook;
  let passed = 0;
  for (let look = 0; look < firstLook && (look < firstGlance || passed > 0); look++) {
    const at = Math.floor(((look * stride) % firstLook) * step);
    passed += detector.fits(cleaned[at] ?? '') ? 1 : 0;
    if (passed >= worthAsking) {
      return false;
    }
  }
  return true;
}

function fitOf(detector: Detector, { cleaned }: ColumnFacts): Fit {
  let passed = 0;
  for (const value of cleaned) {
    passed += detector.fits(value) ? 1 : 0;
  }
  return { detector, passed, share: cleaned.length === 0 ? 0 : passed / cleaned.length };
}

function fitsOf(facts: ColumnFacts, named: readonly FieldTypeId[]): Map<FieldTypeId, Fit> {
  return new Map(
    allDetectors().map((detector) => {
      const { fieldType } = detector;
      const isOut = !named.includes(fieldType) && isHopeless(detector, facts.cleaned);
      return [fieldType, isOut ? { detector, passed: 0, share: 0 } : fitOf(detector, facts)];
    }),
  );
}

/** Matches the header and runs every detector over the examined values of one column. */
export function gatherEvidence(header: string | null, values: readonly string[]): ColumnEvidence {
  const facts = columnFacts(values);
  const match = header === null || isPlaceholder(header) ? null : matchHeader(header);
  return {
    isNamed: match !== null || !(header === null || isPlaceholder(header) || isUnreadable(header)),
    header: match,
    facts,
    fits: fitsOf(facts, match?.fieldTypes ?? []),
  };
}

/** The fit of any type; a type without a rule of its own fits every filled value. */
export function fitFor({ fits, facts }: ColumnEvidence, fieldType: FieldTypeId): Fit {
  return fits.get(fieldType) ?? fitOf(detectorFor(fieldType), facts);
}

/** Of the values that pass a fit's detector, those that are valid, and those of which the source hid a part. */
export function countsOf({ detector, passed }: Fit, { facts }: ColumnEvidence): { valid: number; masked: number } {
  const masked = facts.filled.filter((value) => detector.isMasked(value) && !detector.accepts(value)).length;
  return { valid: Math.max(0, passed - masked), masked };
}
