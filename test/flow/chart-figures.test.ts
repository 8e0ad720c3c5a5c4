import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ClaimContent, ClaimState } from '#shared/domain/claim.ts';
import { fieldTypeIdSchema } from '#shared/domain/field-type-id.ts';
import type { Counted, Sample } from '#shared/domain/sample.ts';
import { claimedSize } from '#shared/expose/claimed-size.ts';
import { exposureOf } from '#shared/expose/exposure.ts';
import { fieldTypes, labelOf } from '#shared/packs/field-types.ts';
import { exposureFacts } from '#shared/tickets/sample-facts.ts';
import { fieldFacts } from '../../renderer/features/exposure/field-facts.ts';
import { fieldsChart } from '../../renderer/features/exposure/fields-chart.ts';
import type { RowCategory } from '../../renderer/ui/chart/row-chart.tsx';
import {
  casesCompared,
  claimOf,
  linesOf,
  madeUpCase,
  numberIn,
  printedOf,
  profilesOf,
  sampleOf,
} from './exposed-records.ts';

/* What the screen draws, a file holds, the command line prints and a reply quotes are ways out of one count: they must agree. */

const state = fc.constantFrom<ClaimState>('proposed', 'confirmed', 'edited', 'rejected');
const exposedCase = fc.integer({ min: 1, max: 3_000_000 }).chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    profiles: profilesOf(rows),
    named: fc.array(fc.tuple(fc.constantFrom(...fieldTypes), state), { maxLength: 6 }),
    sizes: fc.array(fc.tuple(fc.option(fc.nat(2_000_000_000)), state), { maxLength: 3 }),
  }),
);

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
      extrapolated: z.looseObject({ n: z.int(), filled: extrapolatedSchema }).nullable(),
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

/** The ways out of one case. */
function waysOut({ rows: count, profiles, named, sizes }: Generated) {
  const claims = [
    ...named.map(([type, how], at) => claimOf({ kind: 'field', text: 'x', fieldType: type.id }, how, at)),
    ...sizes.map(([size, how], at) => claimOf({ kind: 'record-count', text: 'many', count: size }, how, 50 + at)),
  ];
  const sample = sampleOf({ rows: count, profiles });
  const rows = exposureOf([sample], claims);
  const size = claimedSize(claims);
  const standing = claims.filter((claim) => claim.content.kind === 'field' && claim.state !== 'rejected');
  const sized: ClaimContent[] = size === null ? [] : [{ kind: 'record-count', text: 'many', count: size.records }];
  const lines = linesOf(fieldFacts({ of: madeUpCase, sample, claims, rows, size, open: () => undefined }));
  const facts = new Map(exposureFacts(rows).map(({ id, text }) => [id, text]));
  return {
    size,
    printed: printedTypes(sample, [...standing.map(({ content }) => content), ...sized]),
    drawn: fieldsChart(rows, size?.records ?? null).groups.flatMap(({ categories }) => categories),
    csv: new Map(lines.map((line) => [line['Field type'] ?? '', line])),
    quoted: quotedIn(facts.get('exposure.table') ?? null),
    ranges: rangesIn(facts.get('exposure.extrapolated') ?? null),
  };
}

type WaysOut = ReturnType<typeof waysOut>;

function sameObserved({ label, marks }: RowCategory, { csv, quoted }: WaysOut): void {
  const line = csv.get(label) ?? {};
  const observed = ['filled', 'valid', 'distinct'].map((layer) => marks[layer]?.value);
  expect([line['Filled'], line['Valid'], line['Distinct']].map(numberIn)).toEqual(observed);
  expect(quoted.get(label)).toEqual(observed[0] === 0 ? undefined : observed);
}

function samePrinted({ label, marks }: RowCategory, { printed }: WaysOut, count: number): void {
  const line: Printed | undefined = printed.get(label);
  expect([line?.filled, line?.valid, line?.distinct]).toEqual(
    ['filled', 'valid', 'distinct'].map((layer) => marks[layer]?.value),
  );
  expect(line?.claimed).toBe(marks['claimed'] !== undefined);
  const range = marks['extrapolated-filled'];
  const drawn = range === undefined ? null : { rows: range.value, low: range.low, high: range.high };
  expect(line?.extrapolated?.filled ?? null).toEqual(drawn);
  expect(line?.extrapolated?.n ?? count).toBe(count);
}

function sameClaimed({ label, marks }: RowCategory, { csv, size }: WaysOut): void {
  const isNumbered = marks['claimed'] !== undefined && size !== null;
  expect(csv.get(label)?.['Claimed records']).toBe(isNumbered ? String(size.records) : '');
  expect(marks['claimed']?.value ?? 0).toBe(isNumbered ? size.records : 0);
}

function sameExtrapolated({ label, marks }: RowCategory, { csv, size, ranges }: WaysOut, count: number): void {
  const range = marks['extrapolated-filled'];
  const columns = ['', ', low (95 %)', ', high (95 %)'].map((end) => csv.get(label)?.[`Extrapolated filled${end}`]);
  if (range === undefined || size === null) {
    expect([columns, ranges.get(label)]).toEqual([['', '', ''], undefined]);
    return;
  }
  expect(columns).toEqual([range.value, range.low, range.high].map(String));
  // A reply rests on nothing that the analyst has not settled.
  expect(ranges.get(label)).toEqual(size.isSettled ? [range.low, range.high, size.records, count] : undefined);
}

describe('the figures of an exposure', () => {
  it('are the same in the chart, in the exported CSV, on the command line and in what a reply quotes', () => {
    fc.assert(
      fc.property(exposedCase, (generated) => {
        const ways = waysOut(generated);
        const labels = ways.drawn.map(({ label }) => label).toSorted();
        expect([...ways.csv.keys()].toSorted()).toEqual(labels);
        expect([...ways.printed.keys()].toSorted()).toEqual(labels);
        for (const category of ways.drawn) {
          sameObserved(category, ways);
          samePrinted(category, ways, generated.rows);
          sameClaimed(category, ways);
          sameExtrapolated(category, ways, generated.rows);
        }
        const seen = generated.profiles.filter(({ filled }) => filled > 0);
        expect([...ways.quoted.keys()].toSorted()).toEqual(seen.map(({ fieldType }) => labelOf(fieldType)).toSorted());
      }),
      casesCompared,
    );
  });
});
