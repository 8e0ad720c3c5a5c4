import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectorFor } from '#shared/classify/detectors.ts';
import { monthOf } from '#shared/classify/moment.ts';
import { type FieldTypeId, unknownFieldType } from '#shared/domain/field-type-id.ts';
import type { Months } from '#shared/domain/months.ts';
import type { TypeProfile } from '#shared/domain/sample.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import { rowsBehind } from '#shared/expose/row-filter.ts';
import { exposureLayers } from '#shared/expose/series.ts';
import { packId } from '#shared/packs/field-types.ts';
import { shapedColumns } from '../../fixtures/shaped-columns.ts';

const types = ['mobile', 'email', 'price', 'item', 'cn-resident-id', 'full-name', 'address', 'order-time'].map(packId);
const cell = fc.oneof(
  fc.constantFrom(
    '',
    '  ',
    '13812345678',
    '+8613812345678',
    ' 13912345678',
    '138****1234',
    'a@d.com',
    'a@D.com',
    '12.5',
    '12.50',
    '\u3000张三',
    '李四\u00a0',
    '浙江省杭州市西湖区文三路100号华星时代广场1幢1单元501室',
    '2024-03-01 08:00:00',
    '31.12.2023',
    '03/04/2024',
    '2024-03-05',
  ),
  fc.string({ maxLength: 6 }),
);
const table = fc
  .record({
    columnTypes: fc.array(fc.constantFrom(...types, unknownFieldType), { minLength: 1, maxLength: 5 }),
    rows: fc.nat({ max: 60 }),
    blockRows: fc.integer({ min: 1, max: 20 }),
  })
  .chain(({ columnTypes, rows, blockRows }) =>
    fc.record({
      columnTypes: fc.constant(columnTypes),
      blockRows: fc.constant(blockRows),
      rows: fc.array(fc.array(cell, { minLength: columnTypes.length, maxLength: columnTypes.length }), {
        minLength: rows,
        maxLength: rows,
      }),
    }),
  );

function blocksOf(rows: readonly (readonly string[])[], size: number, width: number): string[][][] {
  const starts = Array.from({ length: Math.ceil(rows.length / size) }, (_, block) => block * size);
  return starts.map((start) =>
    Array.from({ length: width }, (_, column) => rows.slice(start, start + size).map((row) => row[column] ?? '')),
  );
}

type Table = { columnTypes: readonly FieldTypeId[]; rows: readonly (readonly string[])[] };

function typesIn({ columnTypes }: Table): FieldTypeId[] {
  return [...new Set(columnTypes.filter((id) => id !== unknownFieldType))];
}

function columnsWith({ columnTypes }: Table, fieldType: FieldTypeId): number[] {
  return columnTypes.flatMap((id, column) => (id === fieldType ? [column] : []));
}

function monthsIn(rows: readonly (readonly string[])[]): Months {
  const months = rows.flatMap((values) => [...new Set(values.map(monthOf))].flatMap((month) => month ?? []));
  const counts = [...new Set(months)].sort((a, b) => a - b);
  return {
    counts: counts.map((month) => ({ month, rows: months.filter((one) => one === month).length })),
    untold: rows.flat().filter((value) => monthOf(value) === null).length,
  };
}

/** The figures counted in the plainest way, as the oracle. */
function recount(all: Table, fieldType: FieldTypeId): TypeProfile {
  const detector = detectorFor(fieldType);
  const columns = columnsWith(all, fieldType);
  const cells = all.rows.map((row) => columns.map((c) => (row[c] ?? '').trim()).filter((value) => value !== ''));
  return {
    fieldType,
    columns,
    rows: all.rows.length,
    filled: cells.filter(({ length }) => length > 0).length,
    valid: cells.filter((values) => values.some((value) => detector.accepts(value))).length,
    masked: cells.filter(
      (values) =>
        !values.some((value) => detector.accepts(value)) && values.some((value) => detector.judge(value).isMasked),
    ).length,
    distinct: new Set(cells.flat().map((value) => detector.normalise(value))).size,
    distinctIsEstimate: false,
    ...(fieldType === packId('order-time') ? { months: monthsIn(cells) } : {}),
  };
}

describe('the profiler', () => {
  it('gives the figures of a naive recount', () => {
    fc.assert(
      fc.property(table, ({ columnTypes, rows, blockRows }) => {
        const profiler = createProfiler(columnTypes);
        for (const block of blocksOf(rows, blockRows, columnTypes.length)) {
          profiler.addBlock(block[0]?.length ?? 0, shapedColumns(block));
        }
        const all = { columnTypes, rows };
        expect(profiler.profiles()).toEqual(typesIn(all).map((id) => recount(all, id)));
      }),
    );
  });

  it('counts as many rows as stand behind each bar', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...exposureLayers), ({ columnTypes, rows, blockRows }, layer) => {
        const all = { columnTypes, rows };
        for (const id of typesIn(all)) {
          const columns = columnsWith(all, id);
          const filter = rowsBehind(id, layer);
          const behind = blocksOf(rows, blockRows, columnTypes.length).flatMap((block) =>
            filter(
              columns.map((c) => block[c] ?? []),
              block[0]?.length ?? 0,
            ),
          );
          const figure = recount(all, id)[layer];
          // Two new values may stand in one row.
          expect(behind.length).toBeLessThanOrEqual(figure);
          expect(layer === 'distinct' && columns.length > 1 ? figure : behind.length).toBe(figure);
        }
      }),
    );
  });

  it('profiles only the types asked for', () => {
    const profiler = createProfiler([packId('mobile'), packId('email')], [packId('email')]);
    profiler.addBlock(1, shapedColumns([['13812345678'], ['a@d.com']]));
    expect(profiler.profiles()).toMatchObject([{ fieldType: 'email', columns: [1], filled: 1, valid: 1, distinct: 1 }]);
  });

  it('does not count masked values as valid', () => {
    const profiler = createProfiler([packId('mobile')]);
    profiler.addBlock(3, shapedColumns([['138****1234', '13812345678', '']]));
    expect(profiler.profiles()).toMatchObject([{ filled: 2, valid: 1, distinct: 2 }]);
  });
});

describe('rowsBehind', () => {
  it('picks the first row of each different value, across blocks', () => {
    const filter = rowsBehind(packId('mobile'), 'distinct');
    expect(filter([['13812345678', '', '+86 13812345678', '13912345678']], 4)).toEqual([0, 3]);
    expect(filter([['13912345678', '13712345678']], 2)).toEqual([1]);
  });
});
