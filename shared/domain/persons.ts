import { z } from 'zod';

/** What a person is recognised by in a row, the best first. */
export const personKeys = ['government-id', 'phone', 'email', 'name-address'] as const;
export type PersonKey = (typeof personKeys)[number];

/** Where a province was read from: the region of a resident id, the area of a phone number, a postal address. */
export const provinceSources = ['resident-id', 'phone', 'address'] as const;
export type ProvinceSource = (typeof provinceSources)[number];

const count = z.int().min(0);

/**
 * Whose data the rows of a sample hold, as counts. A person is a different key, and of each row only the best key counts.
 * Up to some 65,000 persons all are looked at one by one, beyond that a uniform random part of them: shares among the
 * `examined` are shares of all.
 */
export const personsSchema = z
  .object({
    /** The day of which ages are (ISO 8601). */
    asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    /** Rows counted, and those that hold no key. */
    rows: count,
    rowsWithoutKey: count,
    /** By the best key of a row: the rows, and how many different keys they hold. */
    byKey: z.array(z.object({ key: z.enum(personKeys), rows: count, persons: count }).readonly()).readonly(),
    /** Different keys in all; an estimate once not all were looked at. */
    persons: count,
    isEstimate: z.boolean(),
    /** The persons are at least and at most so many: rows with a lesser key or none may be of persons counted, or of others. */
    least: count,
    most: count,
    /** Persons looked at one by one. All figures below count these. */
    examined: count,
    /** By country (ISO 3166-1 alpha-2), most first, where a value shows one. */
    countries: z.array(z.object({ country: z.string().length(2), persons: count }).readonly()).readonly(),
    /** By province of China (code of GB/T 2260), most first, for each source that shows any. */
    provinces: z
      .array(
        z
          .object({
            source: z.enum(provinceSources),
            counts: z.array(z.object({ province: z.int(), persons: count }).readonly()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    /** By decade of birth (1990 for 1990 to 1999), the earliest first. */
    decades: z.array(z.object({ decade: z.int(), persons: count }).readonly()).readonly(),
    /** Persons whose day of birth or age is known, and those of them that are younger than 14 and than 18 on `asOf`. */
    ages: z.object({ known: count, under14: count, under18: count }).readonly(),
    /** By special category of the pack: persons with a valid value of it, and (of all rows) the rows. */
    special: z.array(z.object({ category: z.string().min(1), persons: count, rows: count }).readonly()).readonly(),
    /** By law: persons with any of its special categories, and the rows. */
    specialByLaw: z.array(z.object({ law: z.string().min(1), persons: count, rows: count }).readonly()).readonly(),
  })
  .readonly();
export type Persons = z.infer<typeof personsSchema>;
