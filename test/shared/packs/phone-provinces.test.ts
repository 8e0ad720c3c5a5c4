import { describe, expect, it } from 'vitest';
import { provinceOfArea, provinceOfMobile } from '#shared/packs/phone-provinces.ts';

describe('the province of a phone number', () => {
  // From resources/geocoding/zh/86.txt of libphonenumber.
  it.each([
    ['10', 11],
    ['21', 31],
    ['571', 33],
    ['310', 13],
    ['398', 41],
    ['527', 32],
    ['632', 37],
    ['668', 44],
    ['691', 53],
    ['701', 36],
    ['728', 42],
    ['825', 51],
    ['898', 46],
    ['891', 54],
    ['909', 65],
    ['977', 63],
  ])('is known of area code %s', (area, province) => {
    expect(provinceOfArea(area) ?? provinceOfArea(area.slice(0, 2))).toBe(province);
  });

  it('is known of mobile numbers by their first seven digits', () => {
    // By libphonenumber 1349 and 1851 are Beijing, 1574 Shanghai, 1784 Changchun.
    expect(['13490000000', '18510000000', '15740000000', '17840000000'].map(provinceOfMobile)).toEqual([
      11, 11, 31, 22,
    ]);
  });

  it('is known of nearly every number of the old prefixes, and of none that was never given out', () => {
    const numbers = Array.from({ length: 10_000 }, (_, rest) => `138${String(rest).padStart(4, '0')}0000`);
    expect(numbers.filter((number) => provinceOfMobile(number) !== null).length).toBeGreaterThan(9900);
    expect(provinceOfMobile('12000000000')).toBeNull();
    expect(provinceOfMobile('')).toBeNull();
    expect(provinceOfArea('99999')).toBeNull();
  });
});
