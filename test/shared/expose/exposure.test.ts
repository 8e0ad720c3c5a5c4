import { describe, expect, it } from 'vitest';
import type { Claim } from '#shared/domain/claim.ts';
import type { Counted, Sample, TypeProfile } from '#shared/domain/sample.ts';
import { exposureOf, exposureOfCase } from '#shared/expose/exposure.ts';
import { behindLayer, exposureSeries } from '#shared/expose/series.ts';
import { packId } from '#shared/packs/field-types.ts';

/** A type's figures in a table of 9 rows, unless something else is said. */
function profile(id: string, [filled, valid, distinct]: readonly [number, number, number], rows = 9): TypeProfile {
  return { fieldType: packId(id), columns: [0], rows, filled, valid, masked: 0, distinct, distinctIsEstimate: false };
}

function sampleOf(
  rows: number,
  profiles: readonly TypeProfile[],
): Counted<Pick<Sample, 'profiles' | 'rows' | 'basis'>> {
  return { profiles, rows, basis: { kind: 'whole' } };
}

function size(count: number, state: Claim['state'] = 'confirmed'): Pick<Claim, 'content' | 'state'> {
  return { content: { kind: 'record-count', text: 'many', count }, state };
}

function claim(id: string, state: Claim['state'] = 'confirmed'): Pick<Claim, 'content' | 'state'> {
  return { content: { kind: 'field', text: id, fieldType: packId(id) }, state };
}

const samples = [
  sampleOf(9, [profile('price', [9, 9, 5]), profile('mobile', [8, 7, 6]), profile('email', [9, 9, 9])]),
  sampleOf(4, [profile('mobile', [4, 4, 4], 4), profile('full-name', [3, 3, 2], 4)]),
];
/** One table of 13 rows that shows what the two show together. */
const joined = [
  sampleOf(13, [
    profile('full-name', [3, 3, 2], 13),
    profile('mobile', [12, 11, 10], 13),
    profile('price', [9, 9, 5], 13),
  ]),
];
const claims = [
  claim('mobile'),
  claim('passport', 'proposed'),
  claim('bank-card', 'rejected'),
  { content: { kind: 'title', text: 'x' }, state: 'confirmed' },
] as const;

describe('exposureOf', () => {
  const rows = exposureOf(samples, claims);

  it('adds the samples up, by group and then by rows', () => {
    expect(rows.map(({ fieldType, filled, valid, distinct }) => [fieldType, filled, valid, distinct])).toEqual([
      ['full-name', 3, 3, 2],
      ['passport', 0, 0, 0],
      ['mobile', 12, 11, 10],
      ['email', 9, 9, 9],
      ['price', 9, 9, 5],
    ]);
  });

  it('keeps claimed apart from observed', () => {
    expect(rows.filter(({ claimed }) => claimed).map(({ fieldType }) => fieldType)).toEqual(['passport', 'mobile']);
    expect(rows[1]).toEqual({
      fieldType: 'passport',
      label: 'Passport number',
      group: 'government-id',
      claimed: true,
      ...{ rows: 0, ofRows: 0 },
      filled: 0,
      valid: 0,
      distinct: 0,
      distinctIsEstimate: false,
      extrapolated: null,
    });
  });

  it('marks a sum of different values over samples as an estimate', () => {
    expect(rows.filter(({ distinctIsEstimate }) => distinctIsEstimate).map(({ fieldType }) => fieldType)).toEqual([
      'mobile',
    ]);
  });

  it('is empty for a case with nothing', () => {
    expect(exposureOf([], [])).toEqual([]);
  });

  it('carries what was seen over to the claimed size, and nothing else', () => {
    const carried = exposureOf(joined, [...claims, size(5000, 'rejected'), size(700, 'proposed'), size(1300)]);
    expect(carried.find(({ fieldType }) => fieldType === 'passport')?.extrapolated).toBeNull();
    expect(carried.find(({ fieldType }) => fieldType === 'mobile')?.extrapolated).toMatchObject({
      ...{ n: 13, size: { records: 1300, isSettled: true } },
      filled: { rows: 1200 },
      valid: { rows: 1100 },
    });
    expect(exposureOf(joined, [size(13)]).map(({ extrapolated }) => extrapolated)).toEqual([null, null, null]);
    expect(exposureOf(joined, [size(14, 'proposed')])[0]?.extrapolated?.size.isSettled).toBe(false);
  });

  it('carries each of several tables over by itself, on the rows that were counted of it', () => {
    expect(exposureOf(samples, [size(1300)]).filter(({ extrapolated }) => extrapolated !== null)).toEqual([]);
    const profiled = { kind: 'profiled', rowsRead: 900, seed: 1 } as const;
    const changed = { ...sampleOf(90, [profile('mobile', [90, 45, 9], 90)]), basis: profiled };
    const named = [...samples, changed].map((sample, at) => ({ ...sample, name: `table ${at}` }));
    const found = exposureOfCase(named, [size(1300)]).samples.map(({ name, rows: inTable }) => {
      const mobile = inTable.find(({ fieldType }) => fieldType === 'mobile');
      return [name, mobile?.rows, mobile?.ofRows, mobile?.extrapolated?.n, mobile?.extrapolated?.valid.rows];
    });
    expect(found).toEqual([
      ['table 0', 9, 9, 9, 1011],
      ['table 1', 4, 4, 4, 1300],
      ['table 2', 90, 900, 90, 650],
    ]);
    expect(exposureOfCase(named, [size(900)]).samples[2]?.rows[0]?.extrapolated).toBeNull();
  });

  it('draws as series, each kind of knowledge apart', () => {
    const series = exposureSeries(exposureOf(joined, [...claims, size(1300)]), 1300);
    expect(series.map(({ layer, kind }) => `${layer} ${kind}`)).toEqual([
      'claimed claimed',
      'filled observed',
      'valid observed',
      'distinct observed',
      'extrapolated-filled extrapolated',
      'extrapolated-valid extrapolated',
    ]);
    const mobile = series.map(({ bars }) => bars[2]);
    expect(mobile.map((bar) => bar?.value)).toEqual([1300, 12, 11, 10, 1200, 1100]);
    expect(mobile.map((bar) => bar?.isEstimate)).toEqual([false, false, false, false, true, true]);
    expect(series.map(({ bars }) => bars[1]?.value)).toEqual([1300, 0, 0, 0, undefined, undefined]);
    expect(exposureSeries(rows, null)[0]?.bars.map((bar) => bar?.value)).toEqual([
      undefined,
      null,
      null,
      undefined,
      undefined,
    ]);
    expect([behindLayer('extrapolated-valid'), behindLayer('claimed'), behindLayer('x')]).toEqual([
      'valid',
      null,
      null,
    ]);
  });
});
