import { chineseMobile, isGivenOut } from '../classify/chinese-mobile.ts';
import { countryOfDomain } from '../classify/country-signs.ts';
import { dayOfIso, momentOf } from '../classify/moment.ts';
import { provinceOf } from '../classify/provinces.ts';
import { residentIdParts } from '../classify/resident-id.ts';
import { type FieldTypeId, unknownFieldType } from '../domain/field-type-id.ts';
import type { Observation } from '../domain/verdict.ts';
import { columnOf, columnsOf, eachCell } from './cells.ts';
import type { CheckedTable, TextRows } from './checked-table.ts';
import { mailParts } from './mail-domains.ts';
import { stripePicker } from './stripes.ts';

/** What a sample shows of one field: rows with a value of the type, and with a valid one. */
export type ObservedField = { readonly fieldType: FieldTypeId; readonly filled: number; readonly valid: number };

/** What a sample shows of what sellers claim. Nothing in it is a value of a person. */
export type ObservedSample = {
  readonly rows: number;
  readonly fields: readonly ObservedField[];
  /** Columns whose type is not known. */
  readonly unknownColumns: number;
  /** The first and the last day of its times, as ISO dates. */
  readonly days: { readonly first: string; readonly last: string } | null;
  /** Values that show a country, and how many of them show each (ISO 3166-1 alpha-2). */
  readonly countries: { readonly of: number; readonly byCountry: ReadonlyMap<string, number> };
};

/** What a sample shows, in the form in which it is kept. */
export function observationOf({ countries, fields, ...observed }: ObservedSample): Observation {
  const { of, byCountry } = countries;
  return { ...observed, fields: [...fields], countries: { of, byCountry: [...byCountry] } };
}

/** Takes note of what a table shows while its rows pass once. */
export type Observer = { addBlock(rows: TextRows): void; finish(): ObservedSample };

function isoDay(day: number): string {
  const text = String(day).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

class Days {
  #first = Number.POSITIVE_INFINITY;
  #last = 0;

  add(value: string, today: number): void {
    const day = momentOf(value)?.day ?? Number.NaN;
    // Place holders such as 1970-01-01 and 2099-12-31 are no days of an order.
    if (day >= 1995_01_01 && day <= today) {
      this.#first = Math.min(this.#first, day);
      this.#last = Math.max(this.#last, day);
    }
  }

  get span(): ObservedSample['days'] {
    return this.#last === 0 ? null : { first: isoDay(this.#first), last: isoDay(this.#last) };
  }
}

/** The country that a value shows by itself, or null. */
const countrySigns: readonly (readonly [fieldType: string, countryOf: (value: string) => string | null])[] = [
  ['cn-resident-id', (value) => (residentIdParts(value) === null ? null : 'CN')],
  [
    'mobile',
    (value) => {
      const number = chineseMobile(value);
      return number === null ? null : isGivenOut(number) ? 'CN' : null;
    },
  ],
  ['address', (value) => (provinceOf(value) === null ? null : 'CN')],
  ['email', (value) => countryOfDomain(mailParts(value)?.domain ?? '')],
];

class Countries {
  readonly byCountry = new Map<string, number>();
  of = 0;

  add(country: string | null): void {
    if (country !== null) {
      this.of++;
      this.byCountry.set(country, (this.byCountry.get(country) ?? 0) + 1);
    }
  }
}

/**
 * Starts to take note of what a table shows, to be matched with the claims. What its fields hold is counted elsewhere
 * already (the profiles of a sample), and passed in.
 */
export function observeSample(table: CheckedTable, fields: readonly ObservedField[]): Observer {
  const days = new Days();
  const time = columnOf(table, 'order-time', 'timestamp');
  const today = dayOfIso(table.now);
  const countries = new Countries();
  const signs = countrySigns.map(([type, countryOf]) => ({ columns: columnsOf(table, type), countryOf }));
  const pick = stripePicker(table.rows);
  return {
    addBlock(rows) {
      eachCell(rows, time === null ? [] : [time], (value) => days.add(value, today));
      for (const piece of pick(rows)) {
        for (const { columns, countryOf } of signs) {
          eachCell(piece, columns, (value) => countries.add(countryOf(value)));
        }
      }
    },
    finish: () => ({
      rows: table.rows,
      fields,
      unknownColumns: table.columns.filter(({ fieldType }) => fieldType === unknownFieldType).length,
      days: days.span,
      countries: { of: countries.of, byCountry: countries.byCountry },
    }),
  };
}
