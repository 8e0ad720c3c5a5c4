import { describe, expect, it } from 'vitest';
import type { ClaimContent } from '#shared/domain/claim.ts';
import { unknownFieldType } from '#shared/domain/field-type-id.ts';
import { packId } from '#shared/packs/field-types.ts';
import { matchClaims } from '#shared/verify/claims.ts';
import { type ObservedSample, observeSample } from '#shared/verify/observe-sample.ts';
import { knownFacts } from '../../fixtures/check-sample.ts';
import { type SampleTable, verifiableSample } from '../../fixtures/verifiable-sample.ts';

function observed({ columns, cells }: SampleTable): ObservedSample {
  const rows = cells[0]?.length ?? 0;
  const fields = columns
    .map(({ fieldType }, at) => ({ fieldType, filled: cells[at]?.filter((cell) => cell.trim() !== '').length ?? 0 }))
    .filter(({ fieldType }) => fieldType !== unknownFieldType)
    .map((field) => ({ ...field, valid: field.filled }));
  const observer = observeSample({ ...knownFacts, columns, rows }, fields);
  observer.addBlock({ firstRow: 0, rows, columns: cells });
  return observer.finish();
}

const sample = verifiableSample(500, 11);
const shown = observed(sample);

function outcomeOf(
  claim: ClaimContent,
  samples: readonly ObservedSample[] = [shown],
  others: readonly ClaimContent[] = [],
) {
  const [match] = matchClaims([claim, ...others], samples);
  return match?.outcome;
}

const field = (type: string): ClaimContent => ({ kind: 'field', text: type, fieldType: packId(type) });
const count = (records: number | null): ClaimContent => ({ kind: 'record-count', text: 'x', count: records });
const date = (day: string | null): ClaimContent => ({ kind: 'date', text: 'x', date: day });
const country = (code: string | null): ClaimContent => ({ kind: 'country', text: 'x', country: code });

describe('what the sample shows of a claim', () => {
  it('takes note of fields, days and countries', () => {
    expect(shown.rows).toBe(500);
    const name = shown.fields.find(({ fieldType }) => fieldType === 'full-name');
    expect(name).toEqual({ fieldType: 'full-name', filled: 500, valid: 500 });
    expect(shown.days?.first).toBe('2024-01-08');
    expect(shown.countries.byCountry.get('CN')).toBeGreaterThan(1400);
  });

  it('supports a field that is there, by any name sellers have for it, and contradicts one that is not', () => {
    expect(outcomeOf(field('full-name'))).toBe('supported');
    expect(outcomeOf(field('password-plain'))).toBe('supported');
    expect(outcomeOf(field('order-id'))).toBe('supported');
    expect(outcomeOf(field('passport'))).toBe('contradicted');
    const empty = {
      columns: sample.columns,
      cells: sample.cells.map((column, at) => (at === 2 ? column.map(() => ' ') : column)),
    };
    expect(outcomeOf(field('full-name'), [observed(empty)])).toBe('contradicted');
  });

  it('cannot tell of a field while the type of a column is not known', () => {
    const columns = sample.columns.map((column) => ({ ...column, fieldType: unknownFieldType }));
    expect(outcomeOf(field('full-name'), [observed({ columns, cells: sample.cells })])).toBe('not-testable');
  });

  it('compares the count', () => {
    expect(outcomeOf(count(500))).toBe('supported');
    expect(outcomeOf(count(400))).toBe('contradicted');
    expect(outcomeOf(count(2_000_000))).toBe('not-testable');
    expect(outcomeOf(count(null))).toBe('not-testable');
  });

  it('compares the date with the newest entry', () => {
    const last = shown.days?.last ?? '';
    expect(outcomeOf(date(last))).toBe('supported');
    expect(outcomeOf(date('2024-01-01'))).toBe('contradicted');
    expect(outcomeOf(date('2026-01-01'))).toBe('not-testable');
    expect(outcomeOf(date(null))).toBe('not-testable');
  });

  it('compares the country', () => {
    expect(outcomeOf(country('CN'))).toBe('supported');
    expect(outcomeOf(country('DE'))).toBe('contradicted');
    expect(outcomeOf(country(null))).toBe('not-testable');
  });

  it('says what a record costs, and that this shows nothing', () => {
    const price: ClaimContent = { kind: 'price', text: '$200', amount: 200, currency: 'USD' };
    const [match] = matchClaims([price, count(2_000_000)], [shown]);
    expect(match?.outcome).toBe('not-testable');
    expect(match?.text).toContain('0.1 USD for 1,000 records');
  });

  it('knows the fields of a sector, and never holds their absence against the claim', () => {
    expect(outcomeOf({ kind: 'sector', text: 'E-commerce' })).toBe('supported');
    expect(outcomeOf({ kind: 'sector', text: 'Healthcare' })).toBe('not-testable');
    expect(outcomeOf({ kind: 'sector', text: 'Fishing' })).toBe('not-testable');
  });

  it('has an answer for every claim, also without samples', () => {
    const claims = [field('full-name'), count(5), date(null), country('CN'), ...knownFacts.claims];
    expect(matchClaims(claims, []).map(({ outcome }) => outcome)).toEqual(claims.map(() => 'not-testable'));
    expect(matchClaims(claims, [shown]).map(({ claim }) => claim)).toEqual(claims);
  });
});
