import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { Persons } from '../domain/persons.ts';
import type { TypeProfile } from '../domain/sample.ts';
import type { VictimSector } from '../domain/victim.ts';
import { packId } from '../packs/field-types.ts';
import type { Offer } from './offer.ts';

/** What a table shows of one field type, and over how many of its rows that was counted. */
export type ExposedField = Pick<TypeProfile, 'fieldType' | 'rows' | 'filled' | 'valid' | 'masked' | 'distinct'>;

/** A table with the types of data that it exposes. */
export type ExposedTable = {
  readonly name: string;
  readonly rows: number;
  readonly fields: readonly ExposedField[];
  /** How many people its rows are of at least; null where they were not counted. */
  readonly people: number | null;
};

/** Everything that the proposal of a severity rests on. What is left out is not known. */
export type SeverityFacts = {
  readonly tables: readonly ExposedTable[];
  readonly offer: Offer;
  /** The field types that the seller claims; they are no part of the proposal itself. */
  readonly claimed?: readonly FieldTypeId[];
  /** The days between the first and the last time in the data. */
  readonly spanDays?: number | null;
  readonly sector?: VictimSector | null;
  /** How many of the people are minors, of how many whose age is known. */
  readonly minors?: number | null;
  readonly knownAges?: number | null;
};

type CountedTable = {
  readonly name: string;
  readonly rows: number;
  readonly profiles: readonly TypeProfile[];
  readonly persons: Pick<Persons, 'least'> | null;
};

/** The facts of a table as it was counted: of a sample, or of a file that was analysed. `rows`: the rows counted. */
export function exposedTable({ name, rows, profiles, persons }: CountedTable): ExposedTable {
  const fields = profiles
    .filter(({ filled }) => filled > 0)
    .map(({ fieldType, rows: of, filled, valid, masked, distinct }) => ({
      ...{ fieldType, rows: of, filled, valid, masked, distinct },
    }));
  return { name, rows, fields, people: persons?.least ?? null };
}

/** Whether in most rows with a value of a field the source hid a part of it, so that they name nobody. */
export function isMostlyMasked({ filled, masked }: ExposedField): boolean {
  return masked > filled / 2;
}

/** Types by which the rows of one person are told from those of others, the surest first. */
const personKeys = ['user-id', 'cn-resident-id', 'passport', 'email', 'mobile', 'username', 'full-name'].map(packId);

/** The field of a table that tells its people apart; undefined where nothing does. */
export function personKeyOf({ fields }: ExposedTable): ExposedField | undefined {
  return personKeys.map((id) => fields.find(({ fieldType }) => fieldType === id)).find((field) => field !== undefined);
}

/** Where people were not counted, different values of what tells them apart stand for them; rows alone are of somebody. */
function leastPeople(table: ExposedTable): number {
  return table.people ?? personKeyOf(table)?.distinct ?? Math.min(1, table.rows);
}

/** How many people are seen at least: those of the table with most of them, as tables may be of the same people. */
export function peopleSeen({ tables }: Pick<SeverityFacts, 'tables'>): number {
  return Math.max(0, ...tables.map(leastPeople));
}

/** How many days lie between two days, both counted (`2025-01-01` to `2025-01-01` is one); 0 where they are reversed. */
export function daysBetween(first: string, last: string): number {
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  return Number.isFinite(days) ? Math.max(0, Math.round(days)) : 0;
}
