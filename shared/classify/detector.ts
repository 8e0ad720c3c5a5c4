import type { FieldTypeId } from '../domain/field-type-id.ts';
import { packId } from '../packs/field-types.ts';
import { clean } from './clean.ts';
import { type ColumnFacts, shareOf } from './column-facts.ts';
import { genericMask, hasHidingSign, maskSign, secretMask } from './masks.ts';

/** What a quick rule says of a value: valid, not valid, or that only its text can tell. */
export const quickVerdict = { valid: 1, invalid: 0, ask: -1 } as const;
type QuickVerdict = (typeof quickVerdict)[keyof typeof quickVerdict];

/**
 * Judges the value in [start, end) of well-formed UTF-8, trimmed and not empty; `bits` are its `shapeBits`. It must agree
 * with `accepts`, and may judge only a value that `normalise` leaves as it is, or shortens to the end that a `QuickEnd` gives.
 */
export type QuickRule = (bytes: Uint8Array, start: number, end: number, bits: number) => QuickVerdict;

/** Where the normal form of a value that a quick rule has judged ends: it is the value up to there, as 59 is of 59.00. */
type QuickEnd = (bytes: Uint8Array, start: number, end: number) => number;

/** All that a count needs to know of a value: its one spelling, and whether it is valid or hidden in part. */
export type Judged = { readonly spelling: string; readonly isValid: boolean; readonly isMasked: boolean };

/** What recognises, normalises and hides the values of one field type. All functions but `fits` take a cell as stored, blanks and all. */
export type Detector = {
  readonly fieldType: FieldTypeId;
  /** The share (0–1) of made-up values of the same shape that pass by luck; 1 says that passing proves nothing. */
  readonly chance: number;
  /** True if a column may get the type from its values alone; asked once four fifths of them have passed. */
  standsAlone(facts: ColumnFacts): boolean;
  /** True if the column as a whole can hold the type that its header names; asked once its values have passed. */
  fitsHeader(facts: ColumnFacts): boolean;
  /** True for a valid value. Blank values and values that the source masked are not valid. */
  accepts(value: string): boolean;
  /** Judges a value by its bytes, without making a string of it; see `QuickRule`. */
  quick: QuickRule;
  /** Null where quick rules judge only values that are in their normal form. */
  readonly quickEnd: QuickEnd | null;
  /** One spelling for values that mean the same, used to count different ones; also defined for invalid values. */
  normalise(value: string): string;
  /** The value as it may be shown. Never the whole value, save the empty one. */
  mask(value: string): string;
  /** True if the value has this type but the source hid a part of it: filled, not valid. */
  isMasked(value: string): boolean;
  /** What `normalise`, `accepts` and `isMasked` say of a value, at one go; a valid value is not masked. */
  judge(value: string): Judged;
  /** True for a value that is valid or masked; takes one that `clean` has gone over, so that many detectors can share it. */
  fits(cleaned: string): boolean;
};

/** What a detector file writes down: functions over cleaned, non-blank values. What is left out has a plain default. */
export type DetectorSpec = {
  readonly chance: number;
  readonly standsAlone?: (facts: ColumnFacts) => boolean;
  readonly fitsHeader?: (facts: ColumnFacts) => boolean;
  readonly accepts: (value: string) => boolean;
  /** Where values are read into one spelling: that of a valid value, else null. It must agree with `accepts` and `normalise`. */
  readonly read?: (value: string) => string | null;
  readonly quick?: QuickRule;
  readonly quickEnd?: QuickEnd;
  readonly normalise?: (value: string) => string;
  /** Only called with accepted values. */
  readonly mask?: (value: string) => string;
  /** True where even a value of another form shows nothing of itself. */
  readonly secret?: boolean;
  /** The form that values have when the source hid a part of them. */
  readonly maskedForm?: RegExp;
  /** True where other types' masked values look the same: they count under a header only. */
  readonly maskedFormIsCommon?: boolean;
};

/** A value already hidden by its source shows no more than it did, but does not look like one we have shown in full. */
function remask(value: string): string {
  return value.replaceAll(/[*＊●•]+/g, (run) => maskSign.repeat(run.length === 4 ? 5 : 4));
}

/** How values that are read into one spelling are accepted and normalised: what cannot be read is not valid. */
export function reading(
  read: (value: string) => string | null,
): Pick<Required<DetectorSpec>, 'accepts' | 'normalise' | 'read'> {
  return { accepts: (value) => read(value) !== null, normalise: (value) => read(value) ?? value, read };
}

/** Whether a cleaned value is valid, and its spelling. */
function judgeClean({ accepts, normalise, read }: DetectorSpec, cleaned: string): readonly [boolean, string] {
  if (read !== undefined && cleaned !== '') {
    const spelling = read(cleaned);
    return [spelling !== null, spelling ?? cleaned];
  }
  return [cleaned !== '' && accepts(cleaned), normalise === undefined ? cleaned : normalise(cleaned)];
}

/** The detector of a type of the pack. */
export function defineDetector(spec: DetectorSpec & { readonly fieldType: string }): Detector {
  return buildDetector(packId(spec.fieldType), spec);
}

/** Completes what a detector file writes down, so that every detector trims, masks and guards in the same way. */
export function buildDetector(fieldType: FieldTypeId, spec: DetectorSpec): Detector {
  const { accepts, normalise, mask, maskedForm } = spec;
  const hide = spec.secret === true ? secretMask : genericMask;
  const isMasked = (value: string): boolean =>
    maskedForm !== undefined && hasHidingSign(value) && maskedForm.test(value);
  const maskClean = (value: string): string => {
    if (value === '') {
      return '';
    }
    if (isMasked(value)) {
      return remask(value);
    }
    if (mask === undefined || !accepts(value)) {
      return hide(value);
    }
    const masked = mask(value);
    // A mask of its own that fails to hide anything must not become a leak.
    return masked.includes(value) ? hide(value) : masked;
  };
  return {
    fieldType,
    chance: spec.chance,
    standsAlone: (facts) => {
      const stands = spec.standsAlone?.(facts) ?? false;
      return stands && (spec.maskedFormIsCommon !== true || shareOf(facts, (value) => accepts(clean(value))) >= 0.5);
    },
    fitsHeader: spec.fitsHeader ?? (() => true),
    accepts(value) {
      const cleaned = clean(value);
      return cleaned !== '' && accepts(cleaned);
    },
    quick: spec.quick ?? (() => quickVerdict.ask),
    quickEnd: spec.quickEnd ?? null,
    normalise(value) {
      const cleaned = clean(value);
      return normalise === undefined ? cleaned : normalise(cleaned);
    },
    mask: (value) => maskClean(clean(value)),
    isMasked: (value) => isMasked(clean(value)),
    judge(value) {
      const cleaned = clean(value);
      const [isValid, spelling] = judgeClean(spec, cleaned);
      return { spelling, isValid, isMasked: !isValid && isMasked(cleaned) };
    },
    fits: (cleaned) => cleaned !== '' && (accepts(cleaned) || isMasked(cleaned)),
  };
}
