import fc from 'fast-check';
import Papa from 'papaparse';
import { expect } from 'vitest';
import { z } from 'zod';
import { type Case, caseIdSchema, openCase } from '#shared/domain/case.ts';
import { type Claim, type ClaimContent, type ClaimState, claimIdSchema } from '#shared/domain/claim.ts';
import { evidenceIdSchema } from '#shared/domain/evidence.ts';
import { instantOf } from '#shared/domain/instant.ts';
import { firstRevision } from '#shared/domain/record.ts';
import { type Counted, type Sample, sampleSchema, type TypeProfile } from '#shared/domain/sample.ts';
import type { Observation } from '#shared/domain/verdict.ts';
import { fieldTypes } from '#shared/packs/field-types.ts';
import type { Fact } from '#shared/tickets/fact.ts';
import { proposeVerdict } from '#shared/verify/propose-verdict.ts';
import type { CheckedAnalysis } from '../../cli/check-tables.ts';
import { exposureFacts } from '../../cli/exposure-facts.ts';
import { type ChartFacts, factsAsCsv } from '../../renderer/ui/chart-document/chart-facts.ts';

/* Made-up records of one case, and the ways in which its figures leave: as CSV, from the command line, in a reply. */

/** How many cases each kind of figure is compared on. */
export const casesCompared = { numRuns: 200 };

const stamps = firstRevision(instantOf(Date.UTC(2026, 2, 20)));
/** The moment at which everything happens. */
export const madeUpNow = stamps.createdAt;
const uuid = (n: number): string => `01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}`;
const caseId = caseIdSchema.parse(uuid(1));
export const madeUpCase: Case = openCase(caseId, 'Made-up leak', stamps.createdAt);

export function claimOf(content: ClaimContent, state: ClaimState, at: number): Claim {
  const evidenceId = evidenceIdSchema.parse(uuid(2));
  return { id: claimIdSchema.parse(uuid(100 + at)), caseId, evidenceId, content, quote: null, state, ...stamps };
}

type Counts = Partial<Counted<Pick<Sample, 'name' | 'rows' | 'basis' | 'profiles' | 'combinations' | 'persons'>>>;

/** A sample that comes to these counts. */
export function sampleOf({ profiles = [], ...counts }: Counts): Counted<Sample> {
  const sample = sampleSchema.parse({
    ...{ id: uuid(3), caseId, evidenceId: uuid(2), name: 'made-up, "quoted".csv', rows: 0, rejected: 0, ...stamps },
    dialect: { format: 'csv', encoding: 'utf-8', hasHeader: true },
    ...{ reasons: [], columns: [], profiles, combinations: null, persons: null, rejectedBatches: [] },
    ...counts,
  });
  return { ...sample, profiles };
}

/** Counts of one type over so many rows. */
function profileOf(rows: number): fc.Arbitrary<TypeProfile> {
  return fc
    .record({ type: fc.constantFrom(...fieldTypes), filled: fc.nat(rows), distinctIsEstimate: fc.boolean() })
    .chain(({ type, filled, distinctIsEstimate }) =>
      fc.record({
        ...{ fieldType: fc.constant(type.id), columns: fc.constant([0]), rows: fc.constant(rows) },
        ...{
          filled: fc.constant(filled),
          distinct: fc.nat(filled),
          distinctIsEstimate: fc.constant(distinctIsEstimate),
        },
        ...{ valid: fc.nat(filled), masked: fc.constant(0) },
      }),
    )
    .chain((profile) => fc.nat(profile.filled - profile.valid).map((masked) => ({ ...profile, masked })));
}

/** Counts by type of a table of so many rows, some of them over the stored rows only. */
export function profilesOf(rows: number, stored = rows): fc.Arbitrary<TypeProfile[]> {
  return fc.uniqueArray(fc.oneof(profileOf(rows), profileOf(stored)), {
    selector: ({ fieldType }) => fieldType,
    maxLength: 12,
  });
}

/** A table that is stored whole, or profiled: then some types were changed, and counted over the stored rows. */
export const countedTable = fc
  .tuple(fc.integer({ min: 1, max: 3_000_000 }), fc.integer({ min: 1, max: 3_000_000 }), fc.boolean())
  .chain(([one, other, isWhole]) => {
    const [rows, rowsRead] = isWhole ? [one, one] : [Math.min(one, other), Math.max(one, other)];
    const basis: Sample['basis'] = isWhole ? { kind: 'whole' } : { kind: 'profiled', rowsRead, seed: 1 };
    return profilesOf(rowsRead, rows).map((profiles) => ({ rows, rowsRead, basis, profiles }));
  });

/** What the checks note of a table that shows neither a time nor a country. */
export const nothingObserved: Observation = {
  ...{ rows: 0, fields: [], unknownColumns: 0, days: null },
  countries: { of: 0, byCountry: [] },
};

type Read = Pick<CheckedAnalysis, 'profiles' | 'combinations' | 'persons' | 'observed'>;

/** What the command line prints of a table that comes to the same counts, beside the claims that stand. */
export function printedOf(
  { rows, profiles, combinations, persons }: Counted<Sample>,
  claims: readonly ClaimContent[],
  observed: Observation = nothingObserved,
): unknown {
  const verdict = proposeVerdict([], { rows, seller: null });
  const summary = { name: '', columns: [], rows, rejected: 0, endsInsideQuote: null };
  const read: Read = { profiles, combinations, persons, observed };
  const table = { summary, columns: [], ...read, checks: [], verdict };
  return JSON.parse(JSON.stringify(exposureFacts(table, { claims, now: madeUpNow })));
}

export type Line = Readonly<Record<string, string>>;

/** The lines of an exported CSV. */
export function linesOf(facts: ChartFacts): readonly Line[] {
  const { data, errors } = Papa.parse<Line>(factsAsCsv(facts).slice(1), { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

/** A count as people write it, as a number. */
export function numberIn(text: string | undefined): number {
  return Number((text ?? '').replaceAll(/[~≈,\s]/g, ''));
}

/** Every count in a text. */
export function numbersIn(text: string): readonly number[] {
  return (text.match(/\d[\d,]*/g) ?? []).map(numberIn);
}

/** What a reply quotes as the fact of this id. */
export function quoted(facts: readonly Fact[], id: string): string | null {
  const fact = facts.find((one) => one.id === id);
  expect(fact).toBeDefined();
  return fact?.text ?? null;
}

/** Counts by some key, most first, of at most so many. */
export function countsOf<T extends string | number>(
  keys: readonly T[],
  most: number,
): fc.Arbitrary<readonly (readonly [T, number])[]> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...keys), fc.integer({ min: 1, max: Math.max(1, most) })), {
      selector: ([key]) => key,
      // Without this the lists stay shorter than what a chart has room for.
      ...{ maxLength: keys.length, size: 'max' },
    })
    .map((counts) => counts.toSorted(([, a], [, b]) => b - a));
}

export const printedCount = z.int().min(0);
