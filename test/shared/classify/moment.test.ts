import { describe, expect, it } from 'vitest';
import { momentOf, monthOf } from '#shared/classify/moment.ts';

describe('momentOf', () => {
  it('reads every form that dates are written in', () => {
    const days = ['2024-03-31', '2024/3/31 08:15', '2024年3月31日', '20240331', '1711872000', '1711872000000'];
    expect(days.map((value) => momentOf(value)?.day)).toEqual(days.map(() => 20_240_331));
    expect(momentOf('2024-03-31T08:15:30')?.second).toBe(29_730);
  });

  it('reads dates with the year last where their order can be told', () => {
    const days = ['31.03.2024', '31/03/2024', '03/31/2024', '31-3-2024 08:15:30'];
    expect(days.map((value) => momentOf(value)?.day)).toEqual(days.map(() => 20_240_331));
    expect(momentOf('31-3-2024 08:15:30')?.second).toBe(29_730);
    expect(momentOf('04.03.2024')?.day).toBe(20_240_304);
    expect(momentOf('03/03/2024')?.day).toBe(20_240_303);
    expect(momentOf('3/31/2024 08:15 PM')?.second).toBe(72_900);
    expect(momentOf('3/31/2024 12:15 am')?.second).toBe(900);
  });

  it('does not guess which of two small numbers is the month', () => {
    expect(['04/03/2024', '4-3-2024 10:00', 'x', ''].map(momentOf)).toEqual([null, null, null, null]);
  });

  it('gives the month as yyyymm', () => {
    expect([monthOf('2024-03-31'), monthOf('never')]).toEqual([202_403, null]);
  });
});
