import type { ValueForm } from '../domain/detection.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import { isOwnTypeId } from '../domain/own-field-type.ts';
import { grouped } from '../lib/counted.ts';
import { labelOf } from '../packs/field-types.ts';
import { type ColumnEvidence, countsOf, type Fit } from './evidence.ts';

/** What the sentences of a verdict are made of. `fit` is null where none was reached. */
type Grounds = {
  readonly fit: Fit | null;
  readonly runnerUp: Fit | null;
  readonly form: ValueForm;
  readonly neighbours: readonly FieldTypeId[];
  /** Sentences that the table as a whole adds, such as a date that agrees with the resident id beside it. */
  readonly besides: readonly string[];
};

const mostExamples = 3;

function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 1 ? value.toPrecision(1) : value.toFixed(0)} %`;
}

function headerReason({ isNamed, header }: ColumnEvidence): string {
  if (header === null) {
    return isNamed ? 'The header names no known type.' : 'The column has no header that means anything.';
  }
  if (header.fieldTypes.length === 0) {
    return `The header says “${header.alias}”, which is none of the types.`;
  }
  const named = header.fieldTypes.map(labelOf).join(' or ');
  const [likeliest] = header.fieldTypes;
  const same = likeliest !== undefined && header.fieldTypes.length === 1 && labelOf(likeliest) === header.alias;
  return same ? `The header says “${header.alias}”.` : `The header says “${header.alias}”, which stands for ${named}.`;
}

function valueReasons(fit: Fit, evidence: ColumnEvidence): string[] {
  const { detector } = fit;
  const filled = evidence.facts.filled.length;
  if (filled === 0) {
    return ['No examined value is filled.'];
  }
  if (detector.chance === 1) {
    return ['The type has no rule that a value could fail, so the values prove nothing by themselves.'];
  }
  const { valid, masked } = countsOf(fit, evidence);
  const besides = masked === 0 ? '' : `; the source has hidden a part of ${grouped(masked)} more`;
  const luck = isOwnTypeId(detector.fieldType)
    ? 'The pattern is your own: how many made-up values would pass is not known.'
    : `Of made-up values of this shape ${percent(detector.chance)} would pass.`;
  return [
    `${grouped(valid)} of ${grouped(filled)} filled values are valid (${percent(valid / filled)})${besides}.`,
    luck,
  ];
}

const formReasons: Readonly<Record<ValueForm, readonly string[]>> = {
  plain: [],
  masked: ['The source has hidden a part of most values.'],
  hashed: ['Most values have the form of a hash.'],
};

function distinctReason({ facts }: ColumnEvidence): string[] {
  if (facts.filled.length < 2) {
    return [];
  }
  const countsUp = facts.countsUp ? ' They count up like row numbers.' : '';
  return [`${grouped(facts.distinct.size)} of the filled values differ (${percent(facts.distinctRatio)}).${countsUp}`];
}

function contraryReasons({ fit, runnerUp }: Grounds, evidence: ColumnEvidence): string[] {
  const against: string[] = [];
  const failed = evidence.facts.filled.length - (fit?.passed ?? 0);
  if (fit !== null && failed > 0 && fit.detector.chance < 1) {
    against.push(`Against it: ${grouped(failed)} filled values are not valid.`);
  }
  const named = evidence.header?.fieldTypes ?? [];
  if (fit !== null && named.length > 0 && !named.includes(fit.detector.fieldType)) {
    against.push('Against it: the header names another type.');
  }
  if (runnerUp !== null) {
    const { valid } = countsOf(runnerUp, evidence);
    against.push(`Next best: ${labelOf(runnerUp.detector.fieldType)}, with ${grouped(valid)} valid values.`);
  }
  return against;
}

/** What speaks for and against a verdict, in plain sentences that hold none of the values. */
export function reasonsFor(grounds: Grounds, evidence: ColumnEvidence): string[] {
  const { fit, form, neighbours, besides } = grounds;
  const beside = [...new Set(neighbours)].map(labelOf);
  return [
    headerReason(evidence),
    ...(fit === null ? ['No known type fits enough of the values.'] : valueReasons(fit, evidence)),
    ...formReasons[form],
    ...distinctReason(evidence),
    ...(beside.length === 0 ? [] : [`The other columns hold ${beside.join(', ')}.`]),
    ...besides,
    ...contraryReasons(grounds, evidence),
  ];
}

/** Up to three different filled values that the type's detector does not accept, masked. */
export function counterExamples({ detector }: Fit, { facts }: ColumnEvidence): string[] {
  const found = new Set<string>();
  for (const value of facts.distinct) {
    if (found.size === mostExamples) {
      break;
    }
    if (!(detector.accepts(value) || detector.isMasked(value))) {
      found.add(detector.mask(value));
    }
  }
  return [...found];
}
