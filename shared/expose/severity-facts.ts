import type { ColumnProfile } from '../domain/column-profile.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { TypeProfile } from '../domain/sample.ts';
import type { VictimSector } from '../domain/victim.ts';
import { packId } from '../packs/field-types.ts';

/** What a table shows of one field type: rows with a value, rows with a valid one, different values, cells half hidden. */
export type ExposedField = Pick<TypeProfile, 'fieldType' | 'filled' | 'valid' | 'distinct'> & {
  readonly masked: number;
};

/** A table with the types of data that it exposes. */
export type ExposedTable = {
  readonly name: string;
  readonly rows: number;
  readonly fields: readonly ExposedField[];
};

/** Everything that the proposal of a severity rests on. What is left out is not known. */
export type SeverityFacts = {
  readonly tables: readonly ExposedTable[];
  /** Whether a listing offers the data. */
  readonly isOffered: boolean;
  /** The field types that the seller claims; they are no part of the proposal itself. */
  readonly claimed?: readonly FieldTypeId[];
  /** The days between the first and the last time in the data. */
  readonly spanDays?: number | null;
  readonly sector?: VictimSector | null;
  /** How many of the people are minors, of how many whose age is known. */
  readonly minors?: number | null;
  readonly knownAges?: number | null;
  /** How many people there are at least in the table with most of them. */
  readonly people?: number | null;
};

type CountedTable = {
  readonly name: string;
  readonly rows: number;
  readonly profiles: readonly TypeProfile[];
  readonly columns: readonly { readonly profile?: Pick<ColumnProfile, 'masked'> | undefined }[];
};

/** The facts of a table as it was counted: of a sample, or of a file that was analysed. `rows`: the rows counted. */
export function exposedTable({ name, rows, profiles, columns }: CountedTable): ExposedTable {
  const fields = profiles
    .filter(({ filled }) => filled > 0)
    .map(({ fieldType, filled, valid, distinct, columns: places }) => {
      const masked = places.reduce((sum, place) => sum + (columns[place]?.profile?.masked ?? 0), 0);
      return { fieldType, filled, valid, distinct, masked };
    });
  return { name, rows, fields };
}

/** Whether most values of a field were half hidden by the source, so that they name nobody. */
export function isMostlyMasked({ filled, masked }: ExposedField): boolean {
  return masked > filled / 2;
}

/** Types by which the rows of one person are told from those of others, the surest first. */
const personKeys = ['user-id', 'cn-resident-id', 'passport', 'email', 'mobile', 'username', 'full-name'].map(packId);

/** The field of a table that tells its people apart; undefined where nothing does. */
export function personKeyOf({ fields }: ExposedTable): ExposedField | undefined {
  return personKeys.map((id) => fields.find(({ fieldType }) => fieldType === id)).find((field) => field !== undefined);
}

/** How many people are seen at least: as they were counted, else by different values of what tells them apart, else by rows. */
export function peopleSeen({ tables, people }: SeverityFacts): number {
  return people ?? Math.max(0, ...tables.map((table) => personKeyOf(table)?.distinct ?? table.rows));
}

/** How many days lie between two days, both counted (`2025-01-01` to `2025-01-01` is one); 0 where they are reversed. */
export function daysBetween(first: string, last: string): number {
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  return Number.isFinite(days) ? Math.max(0, Math.round(days)) : 0;
}
