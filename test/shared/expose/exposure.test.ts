import { describe, expect, it } from 'vitest';
import type { Claim } from '#shared/domain/claim.ts';
import type { TypeProfile } from '#shared/domain/sample.ts';
import { exposureOf } from '#shared/expose/exposure.ts';
import { exposureSeries } from '#shared/expose/series.ts';
import { packId } from '#shared/packs/field-types.ts';

function profile(id: string, filled: number, valid: number, distinct: number): TypeProfile {
  return { fieldType: packId(id), columns: [0], filled, valid, distinct, distinctIsEstimate: false };
}

function claim(id: string, state: Claim['state'] = 'confirmed'): Pick<Claim, 'content' | 'state'> {
  return { content: { kind: 'field', text: id, fieldType: packId(id) }, state };
}

const samples = [
  { profiles: [profile('price', 9, 9, 5), profile('mobile', 8, 7, 6), profile('email', 9, 9, 9)] },
  { profiles: [profile('mobile', 4, 4, 4), profile('full-name', 3, 3, 2)] },
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

  it('draws as series', () => {
    const [valid] = exposureSeries(rows, ['valid']);
    expect(valid?.bars[2]).toEqual({
      fieldType: 'mobile',
      label: 'Mobile number',
      value: 11,
      isEstimate: false,
      claimed: true,
    });
    expect(exposureSeries(rows).map(({ layer }) => layer)).toEqual(['filled', 'valid', 'distinct']);
    expect(exposureSeries(rows, ['distinct'])[0]?.bars[2]?.isEstimate).toBe(true);
  });
});
