import { describe, expect, it } from 'vitest';
import { againstBaseline } from '#shared/expose/against-baseline.ts';
import { packId } from '#shared/packs/field-types.ts';

const row = (id: string, valid: number, claimed: boolean) => ({ fieldType: packId(id), valid, claimed });

describe('a leak beside public breaches', () => {
  it('tells what was seen from what is only claimed, and leaves neither out', () => {
    const lines = againstBaseline([
      row('mobile', 10, false),
      row('landline', 0, true),
      row('cn-resident-id', 0, true),
      row('price', 5, true),
      row('email', 0, false),
    ]);
    expect(lines.map(({ dataClass, here, by }) => [dataClass, here, ...by])).toEqual([
      ['Email addresses', 'neither'],
      ['Passwords', 'neither'],
      ['Phone numbers', 'seen', 'Mobile number'],
      ['Purchases', 'seen', 'Price or amount'],
      ['Government issued IDs', 'claimed', 'PRC resident ID number'],
    ]);
  });

  it('gives the share of public breaches that hold each class, the commonest first', () => {
    const shares = againstBaseline([]).map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
  });
});
