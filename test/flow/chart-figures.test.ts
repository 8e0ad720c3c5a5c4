import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Case, caseIdSchema, openCase } from '#shared/domain/case.ts';
import { type Claim, type ClaimContent, type ClaimState, claimIdSchema } from '#shared/domain/claim.ts';
import { evidenceIdSchema } from '#shared/domain/evidence.ts';
import { fieldTypeIdSchema } from '#shared/domain/field-type-id.ts';
import { instantOf } from '#shared/domain/instant.ts';
import { firstRevision } from '#shared/domain/record.ts';
import { type Sample, sampleSchema, type TypeProfile } from '#shared/domain/sample.ts';
import { claimedSize } from '#shared/expose/claimed-size.ts';
import { exposureOf } from '#shared/expose/exposure.ts';
import { fieldTypes, labelOf } from '#shared/packs/field-types.ts';
import { exposureFacts } from '#shared/tickets/sample-facts.ts';
import { proposeVerdict } from '#shared/verify/propose-verdict.ts';
import { exposureFacts as printedExposure } from '../../cli/exposure-facts.ts';
import { fieldFacts } from '../../renderer/features/exposure/field-facts.ts';
import { fieldsChart } from '../../renderer/features/exposure/fields-chart.ts';
import type { RowCategory } from '../../renderer/ui/chart/row-chart.tsx';
import { factsAsCsv } from '../../renderer/ui/chart-document/chart-facts.ts';

/* What the screen draws, a file holds, the command line prints and a reply quotes are ways out of one count: they must agree. */

const stamps = firstRevision(instantOf(Date.UTC(2026, 2, 20)));
const uuid = (n: number): string => `01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}`;
const caseId = caseIdSchema.parse(uuid(1));
const of: Case = openCase(caseId, 'Made-up leak', stamps.createdAt);

function claimOf(content: ClaimContent, state: ClaimState, at: number): Claim {
  const evidenceId = evidenceIdSchema.parse(uuid(2));
  return { id: claimIdSchema.parse(uuid(100 + at)), caseId, evidenceId, content, quote: null, state, ...stamps };
}

function sampleOf(rows: number, profiles: readonly TypeProfile[]): Sample {
  return sampleSchema.parse({
    ...{ id: uuid(3), caseId, evidenceId: uuid(2), name: 'made-up, "quoted".csv', rows, rejected: 0, ...stamps },
    dialect: { format: 'csv', encoding: 'utf-8', hasHeader: true },
    ...{ reasons: [], columns: [], profiles, rejectedBatches: [] },
  });
}

const state = fc.constantFrom<ClaimState>('proposed', 'confirmed', 'edited', 'rejected');
const exposedCase = fc.integer({ min: 1, max: 3_000_000 }).chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    profiles: fc.uniqueArray(
      fc
        .record({ type: fc.constantFrom(...fieldTypes), filled: fc.nat(rows), distinctIsEstimate: fc.boolean() })
        .chain(({ type, filled, distinctIsEstimate }) =>
          fc.record({
            ...{ fieldType: fc.constant(type.id), columns: fc.constant([0]), filled: fc.constant(filled) },
            ...{ valid: fc.nat(filled), distinct: fc.nat(filled), distinctIsEstimate: fc.constant(distinctIsEstimate) },
          }),
        ),
      { selector: ({ fieldType }) => fieldType, maxLength: 12 },
    ),
    named: fc.array(fc.tuple(fc.constantFrom(...fieldTypes), state), { maxLength: 6 }),
    sizes: fc.array(fc.tuple(fc.option(fc.nat(2_000_000_000)), state), { maxLength: 3 }),
  }),
);

function numberIn(text: string | undefined): number {
  return Number((text ?? '').replaceAll(/[~,]/g, ''));
}

type Line = { readonly [column: string]: string };

function linesOf(csv: string): ReadonlyMap<string, Line> {
  const { data, errors } = Papa.parse<Line>(csv.slice(1), { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return new Map(data.map((line) => [line['Field type'] ?? '', line]));
}

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

/** The same table as the command line prints it, beside the claims that stand, by the types' labels. */
function printedOf(rows: number, profiles: readonly TypeProfile[], claims: readonly ClaimContent[]) {
  const verdict = proposeVerdict([], { rows, seller: null });
  const summary = { name: '', columns: [], rows, rejected: 0, endsInsideQuote: null };
  const table = { summary, columns: [], profiles, combinations: null, persons: null, checks: [], verdict };
  const printed = JSON.stringify(printedExposure(table, { claims, now: stamps.createdAt }));
  const { types } = printedSchema.parse(JSON.parse(printed));
  return new Map(types.map((one) => [labelOf(fieldTypeIdSchema.parse(one.type)), one]));
}

type Generated = typeof exposedCase extends fc.Arbitrary<infer T> ? T : never;

/** The ways out of one case. */
function waysOut({ rows: count, profiles, named, sizes }: Generated) {
  const claims = [
    ...named.map(([type, how], at) => claimOf({ kind: 'field', text: 'x', fieldType: type.id }, how, at)),
    ...sizes.map(([size, how], at) => claimOf({ kind: 'record-count', text: 'many', count: size }, how, 50 + at)),
  ];
  const sample = sampleOf(count, profiles);
  const rows = exposureOf([sample], claims);
  const size = claimedSize(claims);
  const standing = claims.filter((claim) => claim.content.kind === 'field' && claim.state !== 'rejected');
  const sized: ClaimContent[] = size === null ? [] : [{ kind: 'record-count', text: 'many', count: size.records }];
  const facts = new Map(exposureFacts(rows).map(({ id, text }) => [id, text]));
  return {
    size,
    printed: printedOf(count, profiles, [...standing.map(({ content }) => content), ...sized]),
    drawn: fieldsChart(rows, size?.records ?? null).groups.flatMap(({ categories }) => categories),
    csv: linesOf(factsAsCsv(fieldFacts({ of, sample, claims, rows, size, open: () => undefined }))),
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
      { numRuns: 200 },
    );
  });
});
