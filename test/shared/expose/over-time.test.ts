import { describe, expect, it } from 'vitest';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import { overTime, periodText } from '#shared/expose/over-time.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import { rowsInPeriod } from '#shared/expose/row-filter.ts';
import { packId } from '#shared/packs/field-types.ts';
import { shapedColumns } from '../../fixtures/shaped-columns.ts';

const time = packId('order-time');

function profilesOf(types: readonly FieldTypeId[], columns: readonly (readonly string[])[]) {
  const profiler = createProfiler(types);
  profiler.addBlock(columns[0]?.length ?? 0, shapedColumns(columns));
  return profiler.profiles();
}

const ordered = ['2024-01-05 10:00:00', '2024-01-31', '31.03.2024', '', '04/03/2024', '1711872000'];
const paid = ['2024-01-06', '2024-02-01', '', '', '2024-03-04', '2024-03-31'];

describe('rows over time', () => {
  it('counts each row once in each month that it names, whatever the form of its dates', () => {
    const [series] = overTime({ profiles: profilesOf([time, time], [ordered, paid]) });
    expect(series).toEqual({
      ...{ fieldType: time, label: 'Order or payment time', of: 6, unit: 'month', untold: 1 },
      periods: [
        { period: 202_401, rows: 2 },
        { period: 202_402, rows: 1 },
        { period: 202_403, rows: 3 },
      ],
    });
  });

  it('counts what a press on a month opens', () => {
    const [series] = overTime({ profiles: profilesOf([time, time], [ordered, paid]) });
    expect(series?.periods.map(({ period }) => rowsInPeriod(period)([ordered, paid], 6).length)).toEqual([2, 1, 3]);
    expect(rowsInPeriod(2024)([ordered, paid], 6)).toEqual([0, 1, 2, 4, 5]);
  });

  it('leaves no month out, and puts a long time together by year', () => {
    const short = overTime({ profiles: profilesOf([time], [['2023-11-02', '2024-02-03']]) });
    expect(short[0]?.periods.map(({ period, rows }) => `${periodText(period)} ${rows}`)).toEqual([
      '2023-11 1',
      '2023-12 0',
      '2024-01 0',
      '2024-02 1',
    ]);
    const long = overTime({ profiles: profilesOf([time], [['1999-11-02', '2002-02-03', '2024-02-03', '2024-05-03']]) });
    expect(long[0]).toMatchObject({ unit: 'year' });
    expect(long[0]?.periods).toHaveLength(26);
    expect(long[0]?.periods.at(-1)).toEqual({ period: 2024, rows: 2 });
  });

  it('takes no date of birth for a time at which something was done', () => {
    expect(overTime({ profiles: profilesOf([packId('birth-date')], [['1990-01-01']]) })).toEqual([]);
  });
});
