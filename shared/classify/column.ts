import type { Detection } from '../domain/detection.ts';
import { type FieldTypeId, unknownFieldType } from '../domain/field-type-id.ts';
import { groupOf, packId } from '../packs/field-types.ts';
import { type HeaderCandidate, typeByHeader, typesByValues } from './candidates.ts';
import { shareOf } from './column-facts.ts';
import type { ColumnEvidence, Fit } from './evidence.ts';
import { counterExamples, reasonsFor } from './reasons.ts';
import { valueForm } from './value-form.ts';

type Choice = { readonly fit: Fit; readonly confidence: number; readonly runnerUp: Fit | null };

const remark = packId('remark');

// Values that a header without a rule of its own yields to: nobody's nickname column is full of e-mail addresses.
const overriding = new Set(
  ['cn-resident-id', 'email', 'mobile', 'bank-card', 'password-hash', 'uscc', 'ip'].map(packId),
);
// Accounts of these services are e-mail addresses or phone numbers by design.
const accounts = new Set(['wechat', 'alipay', 'im-account'].map(packId));

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
function confidenceOfBoth({ detector }: Fit, filled: number): number {
  if (detector.chance === 1) {
    return 0.75;
  }
  return filled < 3 ? 0.8 : 0.95 + 0.04 * (1 - detector.chance);
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
  return byValues.detector.chance <= 0.3 || facts.countsUp;
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

function choose(evidence: ColumnEvidence, neighbours: readonly FieldTypeId[]): Choice | null {
  const [first = null, second = null] = typesByValues(evidence, neighbours);
  const header = typeByHeader(evidence, neighbours);
  if (header !== null) {
    return chooseWithHeader(header, first, evidence);
  }
  return first === null ? null : { fit: first, confidence: confidenceOfValues(first, evidence), runnerUp: second };
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

/**
 * The verdict on a column from evidence already gathered. An alias in the header and four fifths valid values: sure
 * (≥ 0.95); one of the two: a suggestion (0.5–0.8); neither: `remark` for sentences, else `unknown` with confidence 0.
 */
export function judge(evidence: ColumnEvidence, neighbours: readonly FieldTypeId[]): Detection {
  const { header, facts } = evidence;
  const base = { headerAlias: header?.alias ?? null, examined: facts.examined, filled: facts.filled.length };
  const choice = choose(evidence, neighbours);
  if (choice !== null) {
    const { fit, confidence, runnerUp } = choice;
    const form = valueForm(fit, evidence);
    return {
      fieldType: fit.detector.fieldType,
      confidence: Math.round(confidence * 1000) / 1000,
      runnerUp: runnerUp?.detector.fieldType ?? null,
      evidence: {
        ...base,
        accepted: fit.passed,
        chance: fit.detector.chance,
        form,
        runnerUpAccepted: runnerUp?.passed ?? 0,
        counterExamples: counterExamples(fit, evidence),
        reasons: reasonsFor({ fit, runnerUp, form, neighbours, besides: [] }, evidence),
      },
    };
  }
  const isText = shareOf(facts, readsLikeText) >= 0.5 && facts.distinctRatio > 0.3;
  const besides = isText ? ['Most values read like sentences.'] : [];
  return {
    fieldType: isText ? remark : unknownFieldType,
    confidence: isText ? 0.5 : 0,
    runnerUp: null,
    evidence: {
      ...base,
      accepted: isText ? facts.filled.length : 0,
      chance: 1,
      form: 'plain',
      runnerUpAccepted: 0,
      counterExamples: [],
      reasons: reasonsFor({ fit: null, runnerUp: null, form: 'plain', neighbours, besides }, evidence),
    },
  };
}
