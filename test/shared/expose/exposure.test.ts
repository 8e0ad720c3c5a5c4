import { describe, expect, it } from 'vitest';
import type { Claim } from '#shared/domain/claim.ts';
import type { Counted, Sample, TypeProfile } from '#shared/domain/sample.ts';
import { exposureOf } from '#shared/expose/exposure.ts';
import { behindLayer, exposureSeries } from '#shared/expose/series.ts';
import { packId } from '#shared/packs/field-types.ts';

function profile(id: string, filled: number, valid: number, distinct: number): TypeProfile {
  return { fieldType: packId(id), columns: [0], filled, valid, distinct, distinctIsEstimate: false };
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
  sampleOf(9, [profile('price', 9, 9, 5), profile('mobile', 8, 7, 6), profile('email', 9, 9, 9)]),
  sampleOf(4, [profile('mobile', 4, 4, 4), profile('full-name', 3, 3, 2)]),
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
    const carried = exposureOf(samples, [...claims, size(5000, 'rejected'), size(700, 'proposed'), size(1300)]);
    expect(carried.find(({ fieldType }) => fieldType === 'passport')?.extrapolated).toBeNull();
    expect(carried.find(({ fieldType }) => fieldType === 'mobile')?.extrapolated).toMatchObject({
      ...{ n: 13, size: { records: 1300, isSettled: true } },
      filled: { rows: 1200 },
      valid: { rows: 1100 },
    });
    expect(exposureOf(samples, [size(13)]).map(({ extrapolated }) => extrapolated)).toEqual([null, null, null, null]);
    expect(exposureOf(samples, [size(14, 'proposed')])[0]?.extrapolated?.size.isSettled).toBe(false);
  });

  it('draws as series, each kind of knowledge apart', () => {
    const series = exposureSeries(exposureOf(samples, [...claims, size(1300)]), 1300);
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
    expect(mobile.map((bar) => bar?.isEstimate)).toEqual([false, false, false, true, true, true]);
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
