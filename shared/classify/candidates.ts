import type { FieldTypeId } from '../domain/field-type-id.ts';
import { packId } from '../packs/field-types.ts';
import { shareOf } from './column-facts.ts';
import { type ColumnEvidence, type Fit, fitFor, neededShare } from './evidence.ts';
import { couldHold } from './expectations.ts';
import { hasCommonGivenName } from './given-names.ts';
import { hasHidingSign } from './masks.ts';
import { hasCommonSurname } from './surnames.ts';
import { areAboutPeople, areAboutThings, areAboutTrade, type Surroundings, timeFor } from './surroundings.ts';

const orderTime = packId('order-time');
const timestamp = packId('timestamp');
const price = packId('price');
const fullName = packId('full-name');
const residentId = packId('cn-resident-id');
const bankCard = packId('bank-card');

function byStrength(a: Fit, b: Fit): number {
  return a.detector.chance - b.detector.chance;
}

const saysCurrency = /^[¥￥$€£]|[元€£]$|RMB|CNY|USD|EUR/;

/** The chance that a type may have at most if its values are to speak against a header that names something else. */
function mostChance({ isNamed, header }: ColumnEvidence): number {
  if (header !== null && header.fieldTypes.length === 0) {
    return 0.001;
  }
  return isNamed && header === null ? 0.3 : 1;
}

/** Two places make an amount where the table is about trade or people; elsewhere decimals are measurements. */
function isMoney(evidence: ColumnEvidence, around: Surroundings): boolean {
  if (shareOf(evidence.facts, (value) => saysCurrency.test(value)) >= 0.8) {
    return true;
  }
  return !evidence.isNamed && (!around.areKnown || areAboutPeople(around) || areAboutTrade(around));
}

/** Masked cards keep first and last digits as masked resident ids do, but seldom have 15 or 18 places. */
function isMaskedCard({ fits, facts }: ColumnEvidence): boolean {
  const card = fits.get(bankCard);
  return (
    card !== undefined &&
    card.share >= 0.8 &&
    shareOf(facts, (value) => hasHidingSign(value) && value.length !== 15 && value.length !== 18) >= 0.8
  );
}

function speaksAlone({ detector, share }: Fit, evidence: ColumnEvidence, around: Surroundings): boolean {
  if (share < neededShare(detector) || !detector.standsAlone(evidence.facts)) {
    return false;
  }
  if (detector.fieldType === residentId && isMaskedCard(evidence)) {
    return false;
  }
  if (detector.fieldType === price && evidence.header === null) {
    return isMoney(evidence, around);
  }
  const isNamedOtherwise = evidence.header === null && evidence.isNamed;
  return detector.chance <= mostChance(evidence) || (isNamedOtherwise && evidence.facts.countsUp);
}

/** The types that the values alone speak for, the one hardest to hit by luck first. */
export function typesByValues(evidence: ColumnEvidence, around: Surroundings): Fit[] {
  return [...evidence.fits.values()]
    .filter((fit) => speaksAlone(fit, evidence, around))
    .sort(byStrength)
    .map((fit) => (fit.detector.fieldType === timestamp ? fitFor(evidence, timeFor(around, false)) : fit));
}

/** What the header speaks for: the fit of its likeliest type, and whether the values bear it out. */
export type HeaderCandidate = { readonly fit: Fit; readonly borneOut: boolean };

function isBorneOut({ share, detector }: Fit, { facts }: ColumnEvidence): boolean {
  return share >= neededShare(detector) && detector.fitsHeader(facts);
}

// Names that things have as well as people.
const anyonesNames = new Set(['name', '名称', 'title', 'names']);

/** True unless the header is a bare `name` in a table where nothing speaks for people. */
function canBePeople({ header, facts }: ColumnEvidence, around: Surroundings): boolean {
  if (!(header !== null && anyonesNames.has(header.alias.toLowerCase())) || facts.filled.length === 0) {
    return true;
  }
  if (areAboutThings(around)) {
    return false;
  }
  if (areAboutPeople(around) || !around.areKnown) {
    return true;
  }
  return shareOf(facts, (value) => hasCommonSurname(value) || hasCommonGivenName(value)) >= 0.4;
}

const creation = /^(?:creat|add|时间|创建|下单|time$|c_?time)/;

/** The header's types in the order in which to try them: an order time and a time share their form. */
function headerTypes(evidence: ColumnEvidence, around: Surroundings): readonly FieldTypeId[] {
  const named = evidence.header?.fieldTypes ?? [];
  const types = named.filter((id) => id !== fullName || canBePeople(evidence, around));
  if (!around.areKnown || !types.includes(orderTime) || !types.includes(timestamp)) {
    return types;
  }
  const time = timeFor(around, creation.test(evidence.header?.alias ?? ''));
  return [time, ...types.filter((id) => id !== time)];
}

/**
 * The type the header stands for. Of the types of an ambiguous header (`jg`, `xh`, `id`) the values choose: one with a rule
 * that they pass, else one without a rule that the column can hold, else the likeliest that they look like, not borne out.
 * Null where they look like none.
 */
export function typeByHeader(evidence: ColumnEvidence, around: Surroundings): HeaderCandidate | null {
  const { facts } = evidence;
  const fits = headerTypes(evidence, around)
    .map((id) => fitFor(evidence, id))
    .filter(({ detector, share }) => share >= neededShare(detector) || couldHold(detector.fieldType, facts));
  const [strongest] = fits.filter((fit) => fit.detector.chance < 1 && isBorneOut(fit, evidence)).sort(byStrength);
  if (strongest !== undefined) {
    return { fit: strongest, borneOut: true };
  }
  const unruled = fits.find(
    ({ detector }) => detector.chance === 1 && detector.fitsHeader(facts) && couldHold(detector.fieldType, facts),
  );
  if (unruled !== undefined && facts.filled.length > 0) {
    return { fit: unruled, borneOut: true };
  }
  const likeliest = fits.find(({ detector }) => detector.chance < 1 || detector.fitsHeader(facts));
  return likeliest === undefined ? null : { fit: likeliest, borneOut: false };
}
