import type { Detection, ValueForm } from '../domain/detection.ts';
import { unknownFieldType } from '../domain/field-type-id.ts';
import { isOwnTypeId } from '../domain/own-field-type.ts';
import { groupOf, packId } from '../packs/field-types.ts';
import { type HeaderCandidate, typeByHeader, typesByValues } from './candidates.ts';
import { shareOf } from './column-facts.ts';
import { detectorFor } from './detectors.ts';
import { type ColumnEvidence, countsOf, type Fit, fitFor } from './evidence.ts';
import { counterExamples, reasonsFor } from './reasons.ts';
import { noSurroundings, type Surroundings } from './surroundings.ts';
import { valueForm } from './value-form.ts';

type Choice = { readonly fit: Fit; readonly confidence: number; readonly runnerUp: Fit | null };

const remark = packId('remark');
const passwordHash = packId('password-hash');

// Values that a header without a rule of its own yields to: nobody's nickname column is full of e-mail addresses.
const overriding = new Set(
  ['cn-resident-id', 'email', 'mobile', 'bank-card', 'password-hash', 'uscc', 'ip'].map(packId),
);
// Accounts of these services are e-mail addresses or phone numbers by design.
const accounts = new Set(
  ['wechat', 'alipay', 'im-account', 'username', 'contact-list', 'remark', 'message'].map(packId),
);
/** Numbers that are given out one after the other, as rows are. */
const numbered = new Set(
  ['order-id', 'user-id', 'student-id', 'medical-record-no', 'payment-record', 'tracking-number', 'bank-account'].map(
    packId,
  ),
);
/** Groups of types that sources hash to hide them. */
const hashable = new Set(['identity', 'government-id', 'contact', 'financial']);

function yieldsTo(header: Fit, values: Fit): boolean {
  const { fieldType, chance } = header.detector;
  // An order number may look like a phone number, but no order number is an e-mail address or passes MOD 11-2 throughout.
  if (chance < 1) {
    return chance >= 0.3 && values.detector.chance <= 0.001;
  }
  if (!overriding.has(values.detector.fieldType) || accounts.has(fieldType)) {
    return false;
  }
  const group = groupOf(fieldType);
  // Tokens look like hashes, and an IMEI ends in a Luhn digit like a card.
  return (
    group !== 'device-network' && !(group === 'credential' && values.detector.fieldType === packId('password-hash'))
  );
}

/** Alias and values: sure, unless there are too few values to say so or the type has no rule they could have failed. */
function confidenceOfBoth({ detector, share }: Fit, filled: number): number {
  if (detector.chance === 1) {
    return 0.75;
  }
  if (filled < 3) {
    return 0.8;
  }
  return (share >= 0.8 ? 0.95 : 0.9) + 0.04 * (1 - detector.chance);
}

/** Values alone: weaker the easier the type is to hit, and where a header that nobody knows names something else. */
function confidenceOfValues({ detector }: Fit, { facts, isNamed }: ColumnEvidence): number {
  if (facts.filled.length < 3 || (isNamed && detector.chance >= 0.3 && !facts.countsUp)) {
    return 0.5;
  }
  return 0.8 - 0.2 * detector.chance;
}

/** True if the values speak against the header strongly enough to be believed instead. */
function isOverruled({ fit, borneOut }: HeaderCandidate, byValues: Fit, { facts }: ColumnEvidence): boolean {
  if (byValues.detector === fit.detector) {
    return false;
  }
  if (borneOut) {
    return yieldsTo(fit, byValues);
  }
  return byValues.detector.chance <= 0.3 || (facts.countsUp && !numbered.has(fit.detector.fieldType));
}

/** The header's type where its values were hashed to hide them: mobile_md5 still is a column of phone numbers. */
function hashedType({ header, fits }: ColumnEvidence, byValues: Fit | null): Fit | null {
  const hashes = fits.get(passwordHash);
  const [named] = header?.fieldTypes ?? [];
  if (hashes === undefined || named === undefined || byValues !== hashes || !hashable.has(groupOf(named))) {
    return null;
  }
  return { ...hashes, detector: detectorFor(named) };
}

function chooseWithHeader(header: HeaderCandidate, byValues: Fit | null, evidence: ColumnEvidence): Choice {
  const { fit, borneOut } = header;
  const filled = evidence.facts.filled.length;
  if (byValues !== null && isOverruled(header, byValues, evidence)) {
    return { fit: byValues, confidence: 0.6, runnerUp: fit };
  }
  const runnerUp = byValues?.detector === fit.detector ? null : byValues;
  if (borneOut) {
    return { fit, confidence: confidenceOfBoth(fit, filled), runnerUp };
  }
  return { fit, confidence: filled === 0 || fit.share >= 0.3 ? 0.6 : 0.5, runnerUp };
}

function choose(evidence: ColumnEvidence, around: Surroundings): Choice | null {
  const [first = null, second = null] = typesByValues(evidence, around);
  const hashed = hashedType(evidence, first);
  if (hashed !== null) {
    return { fit: hashed, confidence: 0.8, runnerUp: first };
  }
  const header = typeByHeader(evidence, around);
  if (header !== null) {
    return chooseWithHeader(header, first, evidence);
  }
  if (first === null) {
    return null;
  }
  const [named] = evidence.header?.fieldTypes ?? [];
  if (named !== undefined) {
    return { fit: first, confidence: 0.6, runnerUp: fitFor(evidence, named) };
  }
  return { fit: first, confidence: confidenceOfValues(first, evidence), runnerUp: second };
}

/** True for a value that reads like a sentence: several words, or a dozen Han characters or punctuation marks among text. */
function readsLikeText(value: string): boolean {
  if (value.length < 8) {
    return false;
  }
  return (
    /\p{L}{2,}[\s,.;!?]+\p{L}+[\s,.;!?]+\p{L}/u.test(value) ||
    /[\u4e00-\u9fff]{3,}.*[，。！？；,!?]|[\u4e00-\u9fff]{12,}/.test(value)
  );
}

type Verdict = Pick<Detection, 'fieldType' | 'confidence'> & {
  readonly fit: Fit | null;
  readonly runnerUp: Fit | null;
  readonly besides: readonly string[];
};

function verdictOn(evidence: ColumnEvidence, around: Surroundings): Verdict {
  const choice = choose(evidence, around);
  if (choice !== null) {
    const { fit, runnerUp } = choice;
    const confidence = Math.round(choice.confidence * 1000) / 1000;
    return { fieldType: fit.detector.fieldType, confidence, fit, runnerUp, besides: [] };
  }
  const { header, facts } = evidence;
  const none = { fit: null, runnerUp: null } as const;
  const isBenign = header !== null && header.fieldTypes.length === 0;
  if (!isBenign && shareOf(facts, readsLikeText) >= 0.5 && facts.distinctRatio > 0.3) {
    return { ...none, fieldType: remark, confidence: 0.5, besides: ['Most values read like sentences.'] };
  }
  return { ...none, fieldType: unknownFieldType, confidence: 0, besides: [] };
}

/** What a column seems to hold, looked at by itself: enough for its neighbours to know. */
export function firstImpression(evidence: ColumnEvidence): Pick<Detection, 'fieldType' | 'confidence'> {
  return verdictOn(evidence, noSurroundings);
}

/**
 * The verdict on a column from evidence already gathered. An alias in the header and most values valid: sure (≥ 0.9); one
 * of the two: a suggestion (0.5–0.8); neither: `remark` for sentences, else `unknown` with confidence 0.
 */
export function judge(evidence: ColumnEvidence, around: Surroundings): Detection {
  const { header, facts } = evidence;
  const { fieldType, confidence, fit, runnerUp, besides } = verdictOn(evidence, around);
  const form: ValueForm = fit === null ? 'plain' : valueForm(fit, evidence);
  const filled = facts.filled.length;
  const counts = fit === null ? null : countsOf(fit, evidence);
  return {
    fieldType,
    confidence,
    runnerUp: runnerUp?.detector.fieldType ?? null,
    evidence: {
      headerAlias: header?.alias ?? null,
      examined: facts.examined,
      filled,
      accepted: counts?.valid ?? (fieldType === remark ? filled : 0),
      masked: counts?.masked ?? 0,
      // Of an own pattern it is not known, so nothing is built on it.
      chance: fit === null || isOwnTypeId(fit.detector.fieldType) ? 1 : fit.detector.chance,
      form,
      runnerUpAccepted: runnerUp === null ? 0 : countsOf(runnerUp, evidence).valid,
      counterExamples: fit === null ? [] : counterExamples(fit, evidence),
      reasons: reasonsFor({ fit, runnerUp, form, neighbours: around.types, besides }, evidence),
    },
  };
}
