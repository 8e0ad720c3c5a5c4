import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Claim, ClaimContent, ClaimState } from '#shared/domain/claim.ts';
import { fieldTypeIdSchema } from '#shared/domain/field-type-id.ts';
import type { Counted, Sample } from '#shared/domain/sample.ts';
import { rowsCounted } from '#shared/expose/basis.ts';
import { severityOfRecords } from '#shared/expose/case-severity.ts';
import { claimedSize } from '#shared/expose/claimed-size.ts';
import { exposureOf, exposureOfCase } from '#shared/expose/exposure.ts';
import { fieldTypes, labelOf, packId } from '#shared/packs/field-types.ts';
import { exposureFacts } from '#shared/tickets/sample-facts.ts';
import { fieldFacts } from '../../renderer/features/exposure/field-facts.ts';
import { fieldsChart } from '../../renderer/features/exposure/fields-chart.ts';
import type { RowCategory } from '../../renderer/ui/chart/row-chart.tsx';
import {
  casesCompared,
  claimOf,
  countedTable,
  linesOf,
  madeUpCase,
  numberIn,
  printedOf,
  quoted,
  sampleOf,
} from './exposed-records.ts';

/* What the screen draws, a file holds, the command line prints and a reply quotes are ways out of one count: they must agree. */

const state = fc.constantFrom<ClaimState>('proposed', 'confirmed', 'edited', 'rejected');
const exposedCase = fc.record({
  tables: fc.array(countedTable, { minLength: 1, maxLength: 3 }),
  named: fc.array(fc.tuple(fc.constantFrom(...fieldTypes), state), { maxLength: 6 }),
  sizes: fc.array(fc.tuple(fc.option(fc.nat(2_000_000_000)), state), { maxLength: 3 }),
});

/** The figures of each field as a reply writes them, by the field's label. */
function quotedIn(text: string | null): ReadonlyMap<string, readonly number[]> {
  const lines = (text ?? '').split('\n').slice(1);
  return new Map(
    lines.flatMap((line) => {
      const [, label, ...figures] = /^(.+?) {2,}([\d,]+) +([\d,]+) +(~?[\d,]+)$/.exec(line) ?? [];
      return label === undefined ? [] : [[label, figures.map(numberIn)] as const];
    }),
  );
}

function rangesIn(text: string | null): ReadonlyMap<string, readonly number[]> {
  return new Map(
    (text ?? '').split('\n').flatMap((line) => {
      const [, label, ...figures] =
        /^(.+): between ([\d,]+) and ([\d,]+) of ([\d,]+) claimed records \(95 %, n = ([\d,]+) rows\)$/.exec(line) ??
        [];
      return label === undefined ? [] : [[label, figures.map(numberIn)] as const];
    }),
  );
}

const extrapolatedSchema = z.object({ rows: z.int(), low: z.int(), high: z.int() });
/** What the command line prints of the types of a table. */
const printedSchema = z.looseObject({
  types: z.array(
    z.looseObject({
      ...{ type: z.string(), claimed: z.boolean(), filled: z.int(), valid: z.int(), distinct: z.int() },
      extrapolated: z.looseObject({ n: z.int(), filled: extrapolatedSchema, valid: extrapolatedSchema }).nullable(),
    }),
  ),
});
type Printed = z.infer<typeof printedSchema>['types'][number];

/** The types of a table as the command line prints them, by their labels. */
function printedTypes(sample: Counted<Sample>, claims: readonly ClaimContent[]) {
  const { types } = printedSchema.parse(printedOf(sample, claims));
  return new Map(types.map((one) => [labelOf(fieldTypeIdSchema.parse(one.type)), one]));
}

type Generated = typeof exposedCase extends fc.Arbitrary<infer T> ? T : never;

/** The ways out of one table of a case. */
function waysOutOf(sample: Counted<Sample>, claims: readonly Claim[]) {
  const rows = exposureOf([sample], claims);
  const size = claimedSize(claims);
  const standing = claims.filter((claim) => claim.content.kind === 'field' && claim.state !== 'rejected');
  const sized: ClaimContent[] = size === null ? [] : [{ kind: 'record-count', text: 'many', count: size.records }];
  const facts = fieldFacts({ of: madeUpCase, sample, claims, rows, size, open: () => undefined });
  return {
    ...{ sample, size, notes: facts.notes.join('\n') },
    // The command line reads all rows of a file and changes no type.
    printed:
      sample.basis.kind === 'whole'
        ? printedTypes(sample, [...standing.map(({ content }) => content), ...sized])
        : null,
    drawn: fieldsChart(rows, size?.records ?? null).groups.flatMap(({ categories }) => categories),
    csv: new Map(linesOf(facts).map((line) => [line['Field type'] ?? '', line])),
  };
}

type WaysOut = ReturnType<typeof waysOutOf>;

/** The ways out of one case: those of its tables, and a reply, which speaks of all of them. */
function waysOut({ tables, named, sizes }: Generated) {
  const claims = [
    ...named.map(([type, how], at) => claimOf({ kind: 'field', text: 'x', fieldType: type.id }, how, at)),
    ...sizes.map(([size, how], at) => claimOf({ kind: 'record-count', text: 'many', count: size }, how, 50 + at)),
  ];
  const samples = tables.map(({ rows, basis, profiles }, at) =>
    sampleOf({ name: `made-up, "quoted" ${at}.csv`, rows, basis, profiles }),
  );
  const facts = new Map(exposureFacts(exposureOfCase(samples, claims)).map(({ id, text }) => [id, text]));
  return {
    parts: samples.map((sample) => waysOutOf(sample, claims)),
    table: facts.get('exposure.table') ?? '',
    quoted: quotedIn(facts.get('exposure.table') ?? null),
    ranges: rangesIn(facts.get('exposure.extrapolated') ?? null),
  };
}

const observedLayers = ['filled', 'valid', 'distinct'];

function observedIn({ marks }: RowCategory): readonly number[] {
  return observedLayers.map((layer) => marks[layer]?.value ?? 0);
}

/** On how many rows a type of a table rests; null where none of it is seen. */
function restsOn({ label }: RowCategory, { sample }: WaysOut): number | null {
  const found = sample.profiles.find(({ fieldType, filled }) => labelOf(fieldType) === label && filled > 0);
  return found?.rows ?? null;
}

function sameObserved(category: RowCategory, ways: WaysOut): void {
  const line = ways.csv.get(category.label) ?? {};
  const observed = observedIn(category);
  expect([line['Filled'], line['Valid'], line['Distinct']].map(numberIn)).toEqual(observed);
  const n = restsOn(category, ways);
  expect(line['Rows counted']).toBe(n === null ? '' : String(n));
  // What does not rest on all rows says so, in the table's notes and at the mark.
  const isPart = n !== null && n < rowsCounted(ways.sample);
  expect(ways.notes.includes(`${category.label} was counted over`)).toBe(isPart);
  expect(category.marks['filled']?.text.endsWith(' rows') ?? false).toBe(isPart);
}

function samePrinted({ label, marks }: RowCategory, { printed, sample: { rows } }: WaysOut): void {
  if (printed === null) {
    return;
  }
  const line: Printed | undefined = printed.get(label);
  expect([line?.filled, line?.valid, line?.distinct]).toEqual(observedLayers.map((layer) => marks[layer]?.value));
  expect(line?.claimed).toBe(marks['claimed'] !== undefined);
  for (const layer of ['filled', 'valid'] as const) {
    const range = marks[`extrapolated-${layer}`];
    const drawn = range === undefined ? null : { rows: range.value, low: range.low, high: range.high };
    expect(line?.extrapolated?.[layer] ?? null).toEqual(drawn);
  }
  expect(line?.extrapolated?.n ?? rows).toBe(rows);
}

function sameClaimed({ label, marks }: RowCategory, { csv, size }: WaysOut): void {
  const isNumbered = marks['claimed'] !== undefined && size !== null;
  expect(csv.get(label)?.['Claimed records']).toBe(isNumbered ? String(size.records) : '');
  expect(marks['claimed']?.value ?? 0).toBe(isNumbered ? size.records : 0);
}

function sameExtrapolated({ label, marks }: RowCategory, { csv }: WaysOut): void {
  for (const layer of ['filled', 'valid']) {
    const range = marks[`extrapolated-${layer}`];
    const columns = ['', ', low (95 %)', ', high (95 %)'].map((end) => csv.get(label)?.[`Extrapolated ${layer}${end}`]);
    const drawn = range === undefined ? ['', '', ''] : [range.value, range.low, range.high].map(String);
    expect(columns).toEqual(drawn);
  }
}

/** What a reply says of a type of one table at the claimed size: it rests on nothing that the analyst has not settled. */
function sameRange(category: RowCategory, ways: WaysOut, said: readonly number[] | undefined): void {
  const range = category.marks['extrapolated-filled'];
  const { size } = ways;
  expect(said).toEqual(
    range === undefined || size?.isSettled !== true
      ? undefined
      : [range.low, range.high, size.records, restsOn(category, ways)],
  );
}

/** What a reply says of a type: the sum of what the charts of all tables show, and whether it rests on all rows. */
function sameSum(label: string, { parts, quoted, table }: ReturnType<typeof waysOut>): void {
  const shown = parts.flatMap((ways) => {
    const category = ways.drawn.find((one) => one.label === label);
    return category === undefined ? [] : [{ observed: observedIn(category), category, ways }];
  });
  const sums = observedLayers.map((_, at) => shown.reduce((sum, { observed }) => sum + (observed[at] ?? 0), 0));
  expect(quoted.get(label)).toEqual(sums[0] === 0 ? undefined : sums);
  const isPart = shown.some(({ category, ways }) => {
    const n = restsOn(category, ways);
    return n !== null && n < rowsCounted(ways.sample);
  });
  expect(table.includes(`\n${label} was counted over`)).toBe(isPart);
}

function sameFigures(ways: WaysOut): void {
  const labels = ways.drawn.map(({ label }) => label).toSorted();
  expect([...ways.csv.keys()].toSorted()).toEqual(labels);
  expect([...(ways.printed?.keys() ?? labels)].toSorted()).toEqual(labels);
  for (const category of ways.drawn) {
    sameObserved(category, ways);
    samePrinted(category, ways);
    sameClaimed(category, ways);
    sameExtrapolated(category, ways);
  }
}

describe('the figures of an exposure', () => {
  it('are the same in the chart, in the exported CSV, on the command line and in what a reply quotes', () => {
    fc.assert(
      fc.property(exposedCase, (generated) => {
        const ways = waysOut(generated);
        for (const part of ways.parts) {
          sameFigures(part);
          const place = ways.parts.length > 1 ? `, if all were as in ${part.sample.name}` : '';
          for (const category of part.drawn) {
            sameRange(category, part, ways.ranges.get(`${category.label}${place}`));
          }
        }
        const labels = new Set(ways.parts.flatMap(({ drawn }) => drawn.map(({ label }) => label)));
        for (const label of [...labels, ...ways.quoted.keys()]) {
          sameSum(label, ways);
        }
      }),
      casesCompared,
    );
  });

  it('rest on the rows that were counted: a type that was changed in a profiled table keeps its share', () => {
    const counts = { columns: [0], masked: 0, distinct: 9, distinctIsEstimate: false };
    const mobile = { ...counts, fieldType: packId('mobile'), rows: 1_000_000, filled: 900_000, valid: 900_000 };
    const price = { ...counts, fieldType: packId('price'), rows: 8_000_000, filled: 8_000_000, valid: 8_000_000 };
    const basis = { kind: 'profiled', rowsRead: 8_000_000, seed: 1 } as const;
    const sample = sampleOf({ rows: 1_000_000, basis, profiles: [mobile, price] });
    const claims = [claimOf({ kind: 'record-count', text: 'many', count: 100_000_000 }, 'confirmed', 0)];
    const found = new Map(exposureOf([sample], claims).map((row) => [row.label, row]));
    expect(found.get('Mobile number')?.extrapolated).toMatchObject({ n: 1_000_000, filled: { rows: 90_000_000 } });
    expect(found.get('Price or amount')?.extrapolated).toMatchObject({ n: 8_000_000, filled: { rows: 100_000_000 } });
    const severity = severityOfRecords({ samples: [sample], claims, checks: [], sector: null }, []);
    expect(severity.proposal.inputs.simple.figures).toEqual([{ label: 'Mobile number', rows: 900_000, of: 1_000_000 }]);
  });

  it('are not thinned out by a table that does not hold the type', () => {
    const counts = { columns: [0], masked: 0, distinct: 9, distinctIsEstimate: false };
    const mobile = { ...counts, fieldType: packId('mobile'), rows: 10_000, filled: 10_000, valid: 10_000 };
    const item = { ...counts, fieldType: packId('item'), rows: 90_000, filled: 90_000, valid: 90_000 };
    const users = sampleOf({ name: 'users', rows: 10_000, profiles: [mobile] });
    const orders = sampleOf({ name: 'orders', rows: 90_000, profiles: [item] });
    const claims = [claimOf({ kind: 'record-count', text: 'many', count: 1_000_000 }, 'confirmed', 0)];
    const facts = exposureFacts(exposureOfCase([users, orders], claims));
    expect(quoted(facts, 'exposure.extrapolated')?.split('\n')[0]).toBe(
      'Mobile number, if all were as in users: between 999,616 and 1,000,000 of 1,000,000 claimed records (95 %, n = 10,000 rows)',
    );
  });
});
