import type { FieldTypeGroup } from '../domain/field-type-group.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import { isOwnTypeId } from '../domain/own-field-type.ts';
import type { DataClass } from '../domain/severity.ts';
import type { VictimSector } from '../domain/victim.ts';
import { counted } from '../lib/counted.ts';
import { fieldTypes, groupOf, labelOf, packId } from '../packs/field-types.ts';
import type { ProposedInput } from './proposed-input.ts';
import {
  type ExposedField,
  type ExposedTable,
  isMostlyMasked,
  personKeyOf,
  type SeverityFacts,
} from './severity-facts.ts';

/** ENISA's base score of each class; `field-types.json` gives the class of a type by it. */
const baseOf: Readonly<Record<DataClass, number>> = { simple: 1, behavioural: 2, financial: 3, sensitive: 4 };
const classOfBase: readonly DataClass[] = ['simple', 'behavioural', 'financial', 'sensitive'];
const dpcOf = new Map(fieldTypes.map(({ id, dpc }) => [id, dpc]));

const typesOf = (...ids: readonly string[]): ReadonlySet<FieldTypeId> => new Set(ids.map(packId));
const telling = typesOf('item', 'price', 'gps', 'trajectory', 'browsing', 'contact-list', 'message');
const moneyRecords = typesOf('balance', 'income', 'credit-info', 'payment-record');
const fullCard = ['bank-card', 'card-expiry', 'card-cvv'].map(packId);
const treatedOnly = typesOf('medical-record-no');
const minorType = packId('minor');
/** So many kinds of simple data together draw a picture of a person. Ours; the method names no number. */
const manySimple = 8;
/** Rows for each person that make a history of them when they span most of a year, or without knowing the time. Ours. */
const historyRows = 3;
const longHistoryRows = 12;
const historyDays = 300;
/** So large a share of minors counts as a kind of people. Ours. */
const leastMinors = 0.01;

/** Sectors in which it already tells something that a person is among the customers, and how much it raises simple data. */
const sectorOnSimple: Readonly<Partial<Record<VictimSector, readonly [by: number, why: string]>>> = {
  luxury: [1, 'Being its customer lets others guess at a person’s means.'],
  finance: [1, 'Being its customer lets others guess at a person’s means.'],
  health: [2, 'Being among its people lets others guess at a person’s health.'],
  beliefs: [2, 'Being among its people lets others guess at a person’s beliefs.'],
  adult: [2, 'Being its customer lets others guess at a person’s sex life.'],
  security: [3, 'Its people may be in danger once they are known.'],
};
const intimateSectors: ReadonlySet<VictimSector> = new Set(['health', 'beliefs', 'adult']);

/** A raise or a fall of a class's score, and the sentence for it. */
type Shift = { readonly by: number; readonly why: string };

/** The base score that most types of a group have. */
function usualBase(group: FieldTypeGroup): number {
  const ofGroup = fieldTypes.filter((type) => type.group === group).map(({ dpc }) => dpc);
  const timesOf = (base: number): number => ofGroup.filter((dpc) => dpc === base).length;
  return ofGroup.reduce((most, dpc) => (timesOf(dpc) > timesOf(most) ? dpc : most), ofGroup[0] ?? 1);
}

/**
 * The class that data of a type counts as; an own type counts as most of its group do. Credentials have none: they count as what
 * they open.
 */
function classOf(fieldType: FieldTypeId, sector: VictimSector | null | undefined): DataClass {
  const dpc = dpcOf.get(fieldType) ?? (isOwnTypeId(fieldType) ? usualBase(groupOf(fieldType)) : 1);
  if (groupOf(fieldType) === 'credential' && dpc === 1) {
    return sector === 'finance' ? 'financial' : sector === 'health' ? 'sensitive' : 'simple';
  }
  return classOfBase[dpc - 1] ?? 'simple';
}

/** How many rows of a table belong to one person on average; 1 where nothing tells people apart. */
function rowsForEach(table: ExposedTable): number {
  const key = personKeyOf(table);
  return key === undefined ? 1 : key.filled / Math.max(1, key.distinct);
}

function historyShift({ tables, spanDays }: SeverityFacts): Shift[] {
  const most = Math.max(...tables.map(rowsForEach));
  const isLong = most >= longHistoryRows || (most >= historyRows && (spanDays ?? 0) >= historyDays);
  const time = (spanDays ?? 0) > 0 ? ` over ${counted(spanDays ?? 0, 'day')}` : '';
  return isLong ? [{ by: 1, why: `There are ${most.toFixed(1)} rows for each person${time}: a history of them.` }] : [];
}

function simpleShifts(seen: readonly ExposedField[], { sector }: SeverityFacts): Shift[] {
  const [by, why] = sectorOnSimple[sector ?? 'other'] ?? [0, ''];
  const kinds = new Set(seen.map(({ fieldType }) => fieldType)).size;
  return [
    ...(kinds >= manySimple
      ? [{ by: 1, why: `${kinds} kinds of simple data together draw a picture of a person.` }]
      : []),
    ...(by > 0 ? [{ by, why }] : []),
  ];
}

function behaviouralShifts(seen: readonly ExposedField[], facts: SeverityFacts): Shift[] {
  if (!seen.some(({ fieldType }) => telling.has(fieldType))) {
    return [{ by: -1, why: 'No content, place or price is among it, so that it says little.' }];
  }
  const isIntimate = intimateSectors.has(facts.sector ?? 'other');
  const why = 'What people did there lets others guess at their health, beliefs or sex life.';
  return [...historyShift(facts), ...(isIntimate ? [{ by: 2, why }] : [])];
}

function hasUsableCards({ fields }: ExposedTable): boolean {
  return fullCard.every((id) => fields.some((field) => field.fieldType === id && !isMostlyMasked(field)));
}

function financialShifts(seen: readonly ExposedField[], facts: SeverityFacts): Shift[] {
  if (facts.tables.some(hasUsableCards)) {
    return [{ by: 1, why: 'Cards stand there with number, expiry and security code: they can be used.' }];
  }
  if (seen.some(({ fieldType }) => groupOf(fieldType) === 'credential')) {
    return [{ by: 1, why: 'Secrets that open accounts with money are among it.' }];
  }
  return seen.some(({ fieldType }) => moneyRecords.has(fieldType))
    ? historyShift(facts)
    : [{ by: -1, why: 'Numbers of cards or accounts alone: nothing of what was paid or owned.' }];
}

function sensitiveShifts(seen: readonly ExposedField[]): Shift[] {
  return seen.every(({ fieldType }) => treatedOnly.has(fieldType))
    ? [{ by: -2, why: 'It says that a person was treated, not for what.' }]
    : [];
}

function shiftsOf(dataClass: DataClass, seen: readonly ExposedField[], facts: SeverityFacts): Shift[] {
  switch (dataClass) {
    case 'simple':
      return simpleShifts(seen, facts);
    case 'behavioural':
      return behaviouralShifts(seen, facts);
    case 'financial':
      return financialShifts(seen, facts);
    case 'sensitive':
      return sensitiveShifts(seen);
  }
}

/** Whether minors are more than a few among the people: at least one in a hundred of those whose age is known. */
function hasMinors({ tables, minors, knownAges }: SeverityFacts): boolean {
  const counted = minors ?? 0;
  const isTyped = tables.some(({ fields }) => fields.some(({ fieldType }) => fieldType === minorType));
  return isTyped || (counted > 0 && counted >= (knownAges ?? 0) * leastMinors);
}

/** A field in a table of so many rows. */
type Placed = { readonly tableRows: number; readonly field: ExposedField };

/** In how many rows of their tables fields would have so many; what was counted over a part stands for the whole table. */
function inTables(placed: readonly Placed[], count: (field: ExposedField) => number): number {
  return placed.reduce((sum, { tableRows, field }) => sum + (count(field) * tableRows) / Math.max(1, field.rows), 0);
}

function commonShifts(placed: readonly Placed[], facts: SeverityFacts): Shift[] {
  const filled = inTables(placed, (field) => field.filled);
  const valid = inTables(placed, (field) => field.valid + field.masked);
  return [
    ...(hasMinors(facts) ? [{ by: 1, why: 'Minors are among the people.' }] : []),
    ...(valid < filled / 2 ? [{ by: -1, why: 'Most of its values fail the checks of their type.' }] : []),
  ];
}

/**
 * The score of a class of data as the tables show it, with its reasons: ENISA's base score, raised and lowered by the
 * context, kept within 1 to 4; 0 where none of it is seen. Which context counts how much is in docs/severity-and-law.md.
 */
export function proposeDataClass(dataClass: DataClass, facts: SeverityFacts): ProposedInput {
  const placed = facts.tables.flatMap(({ rows, fields }) => fields.map((field) => ({ tableRows: rows, field })));
  const inClass = placed.filter(({ field }) => classOf(field.fieldType, facts.sector) === dataClass);
  const seen = inClass.map(({ field }) => field);
  if (seen.length === 0) {
    return { value: 0, reasons: ['No data of this class is seen.'], figures: [] };
  }
  const shifts = [...shiftsOf(dataClass, seen, facts), ...commonShifts(inClass, facts)];
  const score = shifts.reduce((sum, { by }) => sum + by, baseOf[dataClass]);
  const signed = (by: number): string => (by > 0 ? `+${by}` : `−${-by}`);
  return {
    value: Math.min(4, Math.max(1, score)),
    reasons: [`The class begins at ${baseOf[dataClass]}.`, ...shifts.map(({ by, why }) => `${signed(by)}: ${why}`)],
    figures: seen.map(({ fieldType, filled, rows }) => ({ label: labelOf(fieldType), rows: filled, of: rows })),
  };
}
