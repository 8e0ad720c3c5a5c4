import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { provinceLabel } from '#shared/classify/provinces.ts';
import { type Persons, personKeys, provinceSources } from '#shared/domain/persons.ts';
import { type PersonFigure, personFigureText } from '#shared/expose/person-figure.ts';
import { personKeyLabel, personsInWords, provinceSourceLabel } from '#shared/expose/person-words.ts';
import { specialCategories } from '#shared/packs/special-categories.ts';
import { personFacts } from '#shared/tickets/person-facts.ts';
import { peopleChart, peopleFacts } from '../../renderer/features/exposure/people-chart.ts';
import {
  casesCompared,
  countsOf,
  linesOf,
  madeUpCase,
  numberIn,
  numbersIn,
  printedCount,
  printedOf,
  quoted,
  sampleOf,
} from './exposed-records.ts';

const countries = ['CN', 'HK', 'TW', 'SG', 'US', 'DE', 'FR', 'GB', 'JP', 'KR', 'IN', 'BR', 'TR', 'AU'];
const provinceCodes = [11, 12, 13, 21, 31, 32, 33, 35, 37, 41, 44, 45, 50, 51];
const asOf = '2026-03-20';

/** Persons of a table: all of them looked at, or an even part, each of which then stands for as many others. */
const madeUpPersons: fc.Arbitrary<Persons> = fc
  .record({ examined: fc.integer({ min: 1, max: 60_000 }), level: fc.nat(5), rowsWithoutKey: fc.nat(500) })
  .chain(({ examined, level, rowsWithoutKey }) => {
    const scale = 2 ** level;
    const persons = examined * scale;
    return fc
      .record({
        first: fc.nat(examined),
        countries: countsOf(countries, examined),
        provinces: fc.tuple(...provinceSources.map(() => countsOf(provinceCodes, examined))),
        decades: countsOf([1940, 1950, 1980, 1990, 2010], examined),
        known: fc.nat(examined),
        byLaw: countsOf(['PIPL', 'GDPR', 'GDPR art. 10'], examined),
        special: countsOf(
          specialCategories.map(({ id }) => id),
          examined,
        ),
      })
      .map(({ first, known, ...found }): Persons => {
        const keyed = [first, examined - first].map((kept) => kept * scale);
        const byKey = personKeys.slice(0, 2).flatMap((key, at) => {
          const own = keyed[at] ?? 0;
          return own === 0 ? [] : [{ key, rows: own, persons: own }];
        });
        return {
          ...{ asOf, rows: persons + rowsWithoutKey, rowsWithoutKey, byKey, persons, isEstimate: scale > 1 },
          ...{ least: Math.max(...keyed), most: persons + rowsWithoutKey, examined },
          countries: found.countries.map(([country, count]) => ({ country, persons: count })),
          provinces: provinceSources.flatMap((source, at) => {
            const counts = (found.provinces[at] ?? []).map(([province, count]) => ({ province, persons: count }));
            return counts.length === 0 ? [] : [{ source, counts }];
          }),
          decades: found.decades.map(([decade, count]) => ({ decade, persons: count })),
          ages: { known, under14: Math.floor(known / 7), under18: Math.floor(known / 3) },
          special: found.special.map(([category, count]) => ({ category, persons: count, rows: count })),
          specialByLaw: found.byLaw.map(([law, count]) => ({ law, persons: count, rows: count })),
        };
      });
  });

const persons = printedCount;
/** What the command line prints of persons. */
const printedSchema = z.looseObject({
  persons: z.looseObject({
    ...{ persons, least: persons, most: persons, rows: persons, examined: persons, isEstimate: z.boolean() },
    byKey: z.array(z.looseObject({ key: z.enum(personKeys), persons })),
    countries: z.array(z.object({ country: z.string(), persons })),
    provinces: z.array(
      z.object({ source: z.enum(provinceSources), counts: z.array(z.object({ province: z.int(), persons })) }),
    ),
    decades: z.array(z.object({ decade: z.int(), persons })),
    ages: z.object({ known: persons, under14: persons, under18: persons }),
    special: z.array(z.looseObject({ category: z.string(), persons })),
    specialByLaw: z.array(z.looseObject({ law: z.string(), persons })),
  }),
});
type Printed = z.infer<typeof printedSchema>['persons'];
type Figure = readonly [group: string, name: string, persons: number];

const shownPlaces = 10;
/** Of the figures of places a chart has bars for the commonest of each group; the others are one bar. */
function withBars(told: readonly Figure[]): readonly Figure[] {
  return [...new Set(told.map(([group]) => group))].flatMap((group) => {
    const figures = told.filter((one) => one[0] === group);
    const rest = figures.slice(shownPlaces);
    const persons = rest.reduce((sum, [, , count]) => sum + count, 0);
    return /^(Country|Province)/.test(group) && rest.length > 1
      ? [...figures.slice(0, shownPlaces), [group, `${rest.length} others`, persons]]
      : figures;
  });
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/** Every figure that the command line prints, as people name it. */
function printedFigures({ byKey, ages, special, specialByLaw, ...printed }: Printed): readonly Figure[] {
  const bySpecial = new Map(special.map((one) => [one.category, one.persons]));
  return [
    ...byKey.map(({ key, persons: count }): Figure => ['Recognised by', personKeyLabel(key), count]),
    ...printed.countries.map(
      ({ country, persons: count }): Figure => ['Country', countryNames.of(country) ?? country, count],
    ),
    ...printed.provinces.flatMap(({ source, counts }) =>
      counts.map(
        ({ province, persons: count }): Figure => [provinceSourceLabel(source), provinceLabel(province), count],
      ),
    ),
    ...printed.decades.map(({ decade, persons: count }): Figure => ['Born', `${decade}s`, count]),
    ...(ages.known === 0
      ? []
      : ([
          [`Minors on ${asOf}`, 'Younger than 14', ages.under14],
          [`Minors on ${asOf}`, 'Younger than 18', ages.under18],
        ] as const)),
    ...specialCategories.flatMap(({ id, label, law, article }): Figure[] => {
      const count = bySpecial.get(id);
      const name = law.endsWith(article) ? law : `${law} ${article}`;
      return count === undefined ? [] : [['Special categories', `${label} (${name})`, count]];
    }),
    ...specialByLaw.map(({ law, persons: count }): Figure => ['Special, by law', `Any of ${law}`, count]),
  ];
}

function countriesQuoted({ countries: found }: Printed): string | null {
  const first = found.slice(0, 5).map(({ country, persons: count }) => `${country} ${count.toLocaleString('en')}`);
  return first.length === 0 ? null : first.join(', ');
}

describe('the figures of persons', () => {
  it('are the same in the chart, in the exported CSV, on the command line and in what a reply quotes', () => {
    fc.assert(
      fc.property(madeUpPersons, (found) => {
        const sample = sampleOf({ rows: found.rows, persons: found });
        const { persons: printed } = printedSchema.parse(printedOf(sample, []));
        const told = printedFigures(printed);
        const drawn = peopleChart(found).groups.flatMap(({ label, categories }) =>
          categories.map(({ label: name, marks }) => [label, name, marks['persons']?.value]),
        );
        const opened: string[] = [];
        const open = (figure: PersonFigure): void => void opened.push(personFigureText(figure));
        const facts = peopleFacts({ of: madeUpCase, sample, found, open });
        const exported = linesOf(facts).map((line) => [
          ...[line['Group'], line['Persons who'], numberIn(line['Persons'])],
        ]);
        expect(drawn).toEqual(withBars(told));
        expect(exported).toEqual(told);
        expect(facts.notes.some((note) => note.includes('the numbers hold all'))).toBe(drawn.length < told.length);

        // Every place can be opened, those without a bar of their own too.
        for (const cell of facts.rows.flatMap(({ cells }) => cells)) {
          cell.open?.();
        }
        expect(new Set(opened).size).toBe(told.filter(([, , count]) => count > 0).length);

        const quotes = personFacts([sample]);
        const bounds = numbersIn(quoted(quotes, 'exposure.persons') ?? '');
        const isSure = printed.least === printed.most;
        expect(bounds).toEqual(isSure ? [printed.persons] : [printed.persons, printed.least, printed.most]);
        // The title of the part says the same in the same words.
        expect(quoted(quotes, 'exposure.persons')).toBe(personsInWords(found));
        const { known, under14, under18 } = printed.ages;
        const [years, ...minors] = (quoted(quotes, 'exposure.minors') ?? '').split('younger than 18').map(numbersIn);
        expect([years, ...minors]).toEqual(known === 0 ? [[]] : [[under18], [under14, 14, known, 2026, 3, 20]]);
        expect(quoted(quotes, 'exposure.countries')).toBe(countriesQuoted(printed));
      }),
      casesCompared,
    );
  });
});
