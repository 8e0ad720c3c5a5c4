import { z } from 'zod';
import pack from './divisions.json' with { type: 'json' };

const year = z.int().min(1980).max(2100);
const code = z.string().regex(/^\d{6}$/);
const packSchema = z.object({
  meta: z.object({ source: z.string(), revisions: z.string() }),
  /** The last two digits of the counties of each city, run together, by the city's four digits. */
  cities: z.record(z.string().regex(/^\d{4}$/), z.string().regex(/^(?:\d{2})+$/)),
  /** The year of the first revision that lists a code, where one before it does not. */
  from: z.record(code, year),
  /** The year of the last revision that lists a code, where a later one does not. */
  until: z.record(code, year),
});

/** The years between which a county's code was given out, as far as they are known: null is open. */
export type DivisionYears = { readonly from: number | null; readonly until: number | null };

const { cities, from, until } = packSchema.parse(pack);
const counties = new Map<string, DivisionYears>();
for (const [city, endings] of Object.entries(cities)) {
  for (let at = 0; at < endings.length; at += 2) {
    const county = city + endings.slice(at, at + 2);
    counties.set(county, { from: from[county] ?? null, until: until[county] ?? null });
  }
}

/** The years of a county's code of GB/T 2260, or null for a code that never was. Abolished counties are known too. */
export function divisionYears(division: string): DivisionYears | null {
  return counties.get(division) ?? null;
}
