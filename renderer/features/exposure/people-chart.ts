import { provinceLabel } from '#shared/classify/provinces.ts';
import type { Case } from '#shared/domain/case.ts';
import type { Persons } from '#shared/domain/persons.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { type PersonFigure, personFigureText } from '#shared/expose/person-figure.ts';
import {
  personKeyLabel,
  personLimits,
  personRule,
  personsFor,
  provinceSourceLabel,
} from '#shared/expose/person-words.ts';
import { specialCategories } from '#shared/packs/special-categories.ts';
import type { RowChartData } from '../../ui/chart/row-chart.tsx';
import type { ChartFacts } from '../../ui/chart-document/chart-facts.ts';

/** So many countries and provinces stand in the chart, and the others as one bar; the numbers hold each of them. */
const mostPlaces = 10;

/** A figure of persons: how many of those looked at, and what it is of. */
type Figure = { readonly of: PersonFigure; readonly label: string; readonly persons: number };
type FigureGroup = { readonly label: string; readonly figures: readonly Figure[]; readonly arePlaces?: true };

/** A bar of the chart; `of` is null for what several places come to together. */
type Bar = { readonly of: PersonFigure | null; readonly label: string; readonly persons: number };

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

function hasMoreThanBars({ figures, arePlaces }: FigureGroup): boolean {
  // One place alone takes no more room by its name than as the rest.
  return arePlaces === true && figures.length > mostPlaces + 1;
}

function barsOf(group: FigureGroup): readonly Bar[] {
  if (!hasMoreThanBars(group)) {
    return group.figures;
  }
  const rest = group.figures.slice(mostPlaces);
  const persons = rest.reduce((sum, one) => sum + one.persons, 0);
  return [...group.figures.slice(0, mostPlaces), { of: null, label: `${rest.length} others`, persons }];
}

function specialGroup({ special, asOf: on }: Persons): FigureGroup {
  const byId = new Map(special.map((found) => [found.category, found]));
  return {
    label: 'Special categories',
    figures: specialCategories.flatMap(({ id, law, article, label }) => {
      const found = byId.get(id);
      const name = law.endsWith(article) ? law : `${law} ${article}`;
      const of = { kind: 'special', category: id, on } as const;
      return found === undefined ? [] : [{ of, label: `${label} (${name})`, persons: found.persons }];
    }),
  };
}

/** The figure of the persons with any special category of a law. */
export function specialByLaw(law: string, { asOf: on }: Pick<Persons, 'asOf'>): PersonFigure {
  return { kind: 'special-by-law', on, law };
}

/** The figures of a sample's persons, group by group; groups that nothing shows are left out. */
function figureGroups(found: Persons): readonly FigureGroup[] {
  const { ages, asOf: on } = found;
  const groups: FigureGroup[] = [
    {
      label: 'Recognised by',
      figures: found.byKey.map(({ key, persons }) => ({
        ...{ of: { kind: 'key', key }, label: personKeyLabel(key) },
        persons: Math.round((persons * found.examined) / Math.max(1, found.persons)),
      })),
    },
    {
      label: 'Country',
      arePlaces: true,
      figures: found.countries.map(({ country, persons }) => ({
        ...{ of: { kind: 'country', country }, label: countryNames.of(country) ?? country, persons },
      })),
    },
    ...found.provinces.map(
      ({ source, counts }): FigureGroup => ({
        label: provinceSourceLabel(source),
        arePlaces: true,
        figures: counts.map(({ province, persons }) => ({
          ...{ of: { kind: 'province', source, province }, label: provinceLabel(province), persons },
        })),
      }),
    ),
    {
      label: 'Born',
      figures: found.decades.map(({ decade, persons }) => ({
        ...{ of: { kind: 'born', decade, on }, label: `${decade}s`, persons },
      })),
    },
    {
      label: `Minors on ${on}`,
      figures:
        ages.known === 0
          ? []
          : [
              { of: { kind: 'younger', than: 14, on }, label: 'Younger than 14', persons: ages.under14 },
              { of: { kind: 'younger', than: 18, on }, label: 'Younger than 18', persons: ages.under18 },
            ],
    },
    specialGroup(found),
    {
      label: 'Special, by law',
      figures: found.specialByLaw.map(({ law, persons }) => ({
        ...{ of: specialByLaw(law, found), label: `Any of ${law}`, persons },
      })),
    },
  ];
  return groups.filter(({ figures }) => figures.length > 0);
}

function shareText(found: Persons, persons: number): string {
  return `${((100 * persons) / Math.max(1, found.examined)).toFixed(1)}\u00a0%`;
}

function figureText(found: Persons, persons: number): string {
  return `${found.isEstimate ? '≈ ' : ''}${personsFor(found, persons).toLocaleString('en')}`;
}

/** The chart of persons. All bars share one scale, as all count persons. */
export function peopleChart(found: Persons): RowChartData {
  return {
    panels: [
      {
        ...{ key: 'persons', title: 'Persons', part: 1 },
        layers: [{ key: 'persons', label: 'Persons', form: 'bar', color: '#0072b2', pattern: 'stripes' }],
      },
    ],
    groups: figureGroups(found).map((group) => ({
      label: group.label,
      categories: barsOf(group).map(({ of, label: name, persons }) => ({
        ...{ key: of === null ? `${group.label} others` : personFigureText(of), label: name },
        marks: {
          persons: {
            value: personsFor(found, persons),
            text: `${figureText(found, persons)} (${shareText(found, persons)})`,
            opens: of !== null && persons > 0,
          },
        },
      })),
    })),
  };
}

type PeopleFacts = {
  readonly of: Case;
  readonly sample: Sample;
  readonly found: Persons;
  readonly open: (figure: PersonFigure) => void;
};

/** What makes the chart of persons a document. */
export function peopleFacts({ of: record, sample, found, open }: PeopleFacts): ChartFacts {
  const { ages, isEstimate } = found;
  const groups = figureGroups(found);
  return {
    title: `Persons in ${sample.name}`,
    n: `n = ${found.examined.toLocaleString('en')} persons${isEstimate ? ' drawn evenly from all' : ''}, ${found.rows.toLocaleString('en')} rows`,
    asOf: found.asOf,
    marking: record.tlp,
    notes: [
      personRule,
      ...personLimits(found),
      'A person without a sign of country, province or birth is in none of those bars. A province says where an ID was issued or a number sold, not where the person lives.',
      ...(ages.known === 0
        ? []
        : [`The age of ${personsFor(found, ages.known).toLocaleString('en')} persons is known.`]),
      ...(groups.some(hasMoreThanBars)
        ? [
            `The chart has a bar for each of the ${mostPlaces} commonest countries and provinces and one for the others together; the numbers hold all.`,
          ]
        : []),
    ],
    given: [sample.name],
    columns: [
      { label: 'Group', isFigure: false },
      { label: 'Persons who', isFigure: false, isName: true },
      { label: 'Persons', isFigure: true },
      { label: 'Share', isFigure: true },
      { label: 'Figure is', isFigure: false },
    ],
    rows: groups.flatMap(({ label, figures }) =>
      figures.map(({ of, label: name, persons }) => ({
        key: `${label} ${name}`,
        cells: [
          { value: label },
          { value: name },
          {
            ...{ value: personsFor(found, persons), text: figureText(found, persons) },
            ...(persons === 0 ? {} : { open: () => open(of) }),
          },
          { value: shareText(found, persons) },
          { value: isEstimate ? 'estimate' : 'exact' },
        ],
      })),
    ),
  };
}
