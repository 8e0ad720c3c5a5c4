import { type Persons, provinceSources } from '../domain/persons.ts';
import { childrenCategory, childrenUnder, specialCategories } from '../packs/special-categories.ts';
import type { PersonTable } from './person-table.ts';
import { SpecialCount } from './special-rows.ts';

const adultFrom = 18;
const oldest = 120;
const childrenBit = 1 << specialCategories.findIndex(({ id }) => id === childrenCategory);

class Counts<T extends string | number> {
  private readonly counts = new Map<T, number>();

  add(feature: T | null): void {
    if (feature !== null) {
      this.counts.set(feature, (this.counts.get(feature) ?? 0) + 1);
    }
  }

  /** Most first; of as many the smaller feature. */
  ranked(): [T, number][] {
    return [...this.counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }
}

/** How old somebody is, and the decade of birth (1990 for 1990 to 1999). */
type Age = { readonly years: number; readonly decade: number };

/** The age on a day (yyyymmdd) and the decade of birth, of a birth as `PersonSigns` has it; null where it cannot be. */
export function ageOn(today: number, birth: number): Age | null {
  const years = birth < 0 ? -birth : Math.floor((today - birth) / 10_000);
  const year = birth < 0 ? Math.floor(today / 10_000) + birth : Math.floor(birth / 10_000);
  return birth === 0 || years < 0 || years > oldest ? null : { years, decade: Math.floor(year / 10) * 10 };
}

class Ages {
  known = 0;
  under14 = 0;
  under18 = 0;

  /** Counts a person's age, and gives the special category that it puts the person under, as a bit. */
  add(age: Age | null): number {
    if (age === null) {
      return 0;
    }
    const isChild = age.years < childrenUnder;
    this.known++;
    this.under14 += isChild ? 1 : 0;
    this.under18 += age.years < adultFrom ? 1 : 0;
    return isChild ? childrenBit : 0;
  }
}

function countryOf(letters: number): string | null {
  return letters === 0 ? null : String.fromCharCode(letters >> 8, letters & 255);
}

/** What the persons of a table have in common on a day (yyyymmdd); `rows` are the rows with special categories. */
export function describePersons(
  table: PersonTable,
  today: number,
  rows: SpecialCount,
): Pick<Persons, 'countries' | 'provinces' | 'decades' | 'ages' | 'special' | 'specialByLaw'> {
  const { facts } = table;
  const countries = new Counts<string>();
  const provinces = provinceSources.map((source, at) => ({
    ...{ source, codes: facts.provinces[at], counts: new Counts<number>() },
  }));
  const decades = new Counts<number>();
  const special = new SpecialCount();
  const ages = new Ages();
  table.visit((person) => {
    countries.add(countryOf(facts.countries[person] ?? 0));
    for (const { codes, counts } of provinces) {
      counts.add(codes?.[person] || null);
    }
    const age = ageOn(today, facts.births[person] ?? 0);
    decades.add(age?.decade ?? null);
    special.add((facts.special[person] ?? 0) | ages.add(age));
  });
  const laws = [...new Set(specialCategories.map(({ law }) => law))];
  return {
    countries: countries.ranked().map(([country, persons]) => ({ country, persons })),
    provinces: provinces
      .map(({ source, counts }) => ({
        source,
        counts: counts.ranked().map(([province, persons]) => ({ province, persons })),
      }))
      .filter(({ counts }) => counts.length > 0),
    decades: decades
      .ranked()
      .sort((a, b) => a[0] - b[0])
      .map(([decade, persons]) => ({ decade, persons })),
    ages: { known: ages.known, under14: ages.under14, under18: ages.under18 },
    special: specialCategories
      .map(({ id: category }, at) => ({
        ...{ category, persons: special.byCategory[at] ?? 0, rows: rows.byCategory[at] ?? 0 },
      }))
      .filter((found) => found.persons + found.rows > 0),
    specialByLaw: laws
      .map((law) => ({ law, persons: special.byLaw.get(law) ?? 0, rows: rows.byLaw.get(law) ?? 0 }))
      .filter((found) => found.persons + found.rows > 0),
  };
}
