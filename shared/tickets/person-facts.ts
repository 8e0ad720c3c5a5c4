import type { Persons } from '../domain/persons.ts';
import type { Sample } from '../domain/sample.ts';
import { personsFor, personsInWords } from '../expose/person-words.ts';
import type { Fact } from './fact.ts';
import { countText } from './numbers.ts';

type Found = { readonly name: string; readonly persons: Persons };

/** The sample with most persons: those of several samples may be the same, so they are not added up. */
function largest(samples: readonly Pick<Sample, 'name' | 'persons'>[]): Found | undefined {
  return samples
    .flatMap(({ name, persons }): Found[] => (persons === null || persons.persons === 0 ? [] : [{ name, persons }]))
    .sort((a, b) => b.persons.persons - a.persons.persons)[0];
}

function minorsText({ ages, asOf, ...found }: Persons): string {
  const figure = (count: number): string => countText(personsFor(found, count));
  return `${figure(ages.under18)} younger than 18, of whom ${figure(ages.under14)} younger than 14, among ${figure(ages.known)} whose age is known, on ${asOf}`;
}

function countriesText(found: Persons): string {
  const known = found.countries.slice(0, 5);
  return known.map(({ country, persons }) => `${country} ${countText(personsFor(found, persons))}`).join(', ');
}

/** Whose data the samples hold, by the sample with most persons. */
export function personFacts(samples: readonly Pick<Sample, 'name' | 'persons'>[]): Fact[] {
  const found = largest(samples);
  const source = found === undefined ? 'No sample shows a key of a person' : `Counted by best key over ${found.name}`;
  const persons = found?.persons;
  const knowsAges = persons !== undefined && persons.ages.known > 0;
  const knowsCountries = persons !== undefined && persons.countries.length > 0;
  return [
    {
      id: 'exposure.persons',
      label: 'Persons in the largest sample',
      text: persons === undefined ? null : personsInWords(persons),
      source,
    },
    { id: 'exposure.minors', label: 'Minors', text: knowsAges ? minorsText(persons) : null, source },
    {
      id: 'exposure.countries',
      label: 'Countries of persons',
      text: knowsCountries ? countriesText(persons) : null,
      source,
    },
  ];
}
