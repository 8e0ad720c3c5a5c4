import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectorFor } from '#shared/classify/detectors.ts';
import { combinationsSchema, type DataKindId } from '#shared/domain/combinations.ts';
import { type FieldTypeId, unknownFieldType } from '#shared/domain/field-type-id.ts';
import { type KindFigure, kindFigureFrom, kindFigureRule, kindFigureText } from '#shared/expose/kind-figure.ts';
import { bearsOnKinds, rowsOfKinds } from '#shared/expose/kind-rows.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import { risksOf } from '#shared/expose/risks.ts';
import { packId } from '#shared/packs/field-types.ts';
import { dataKinds, kindOfType, riskEntries } from '#shared/packs/risks.ts';
import { shapedColumns } from '../../fixtures/shaped-columns.ts';

const types: readonly FieldTypeId[] = [
  ...['mobile', 'landline', 'email', 'full-name', 'address', 'order-id', 'item', 'gender'].map(packId),
  ...['username', 'password-plain', 'credit-info', 'diagnosis', 'trajectory', 'employer'].map(packId),
  unknownFieldType,
];
const cell = fc.constantFrom(
  ...['', ' ', '13812345678', '138****1234', 'a@d.com', '张三', '010-65881234', 'x'],
  '浙江省杭州市西湖区文三路100号华星时代广场1幢1单元501室',
);
const table = fc.array(fc.constantFrom(...types), { minLength: 1, maxLength: 12 }).chain((columnTypes) =>
  fc.record({
    columnTypes: fc.constant(columnTypes),
    rows: fc.array(fc.array(cell, { minLength: columnTypes.length, maxLength: columnTypes.length }), {
      maxLength: 60,
    }),
    blockRows: fc.integer({ min: 1, max: 20 }),
  }),
);

type Row = readonly string[];

/** The kinds of a row found in the plainest way, in the order of the pack. */
function kindsOf(row: Row, columnTypes: readonly FieldTypeId[]): DataKindId[] {
  const held = new Set(
    columnTypes.map((type, column) => (detectorFor(type).accepts(row[column] ?? '') ? kindOfType(type) : null)),
  );
  return dataKinds.map(({ id }) => id).filter((id) => held.has(id));
}

function columnsOf(rows: readonly Row[], width: number): string[][] {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''));
}

/** The rows behind a figure, read as the worker reads them: only the columns that bear on it. */
function rowsBehind(figure: KindFigure, columnTypes: readonly FieldTypeId[], rows: readonly Row[]): readonly number[] {
  const asked = columnTypes.flatMap((type, column) => (bearsOnKinds(figure, type) ? [column] : []));
  const filter = rowsOfKinds(
    figure,
    asked.flatMap((column) => columnTypes[column] ?? []),
  );
  return filter(
    asked.map((column) => rows.map((row) => row[column] ?? '')),
    rows.length,
  );
}

describe('combinations', () => {
  it('put every row under exactly the kinds of data it holds', () => {
    fc.assert(
      fc.property(table, ({ columnTypes, rows, blockRows }) => {
        const profiler = createProfiler(columnTypes);
        for (let start = 0; start < rows.length; start += blockRows) {
          const block = rows.slice(start, start + blockRows);
          profiler.addBlock(block.length, shapedColumns(columnsOf(block, columnTypes.length)));
        }
        const found = combinationsSchema.parse(profiler.combinations());
        const expected = new Map<string, number>();
        for (const row of rows) {
          const key = kindsOf(row, columnTypes).join();
          expected.set(key, (expected.get(key) ?? 0) + 1);
        }
        expect(new Map(found.kept.map((kept) => [kept.kinds.join(), kept.rows]))).toEqual(expected);
        expect(found.rows).toBe(rows.length);
        for (const { kind, rows: holding } of found.kinds) {
          expect(holding).toBe(rows.filter((row) => kindsOf(row, columnTypes).includes(kind)).length);
        }
      }),
    );
  });

  it('have as many rows behind them as were counted', () => {
    fc.assert(
      fc.property(table, ({ columnTypes, rows }) => {
        const profiler = createProfiler(columnTypes);
        profiler.addBlock(rows.length, shapedColumns(columnsOf(rows, columnTypes.length)));
        const behind = profiler.combinations().kept.map(({ kinds, rows: counted }) => ({
          counted,
          found: rowsBehind({ kind: 'exactly', kinds }, columnTypes, rows),
        }));
        expect(behind.map(({ found }) => found.length)).toEqual(behind.map(({ counted }) => counted));
        expect(behind.flatMap(({ found }) => found).toSorted((a, b) => a - b)).toEqual(rows.map((_, row) => row));
      }),
    );
  });

  it('open the rows of a kind of data and of a risk, whatever else they hold', () => {
    fc.assert(
      fc.property(table, ({ columnTypes, rows }) => {
        const rowsWith = (holds: (held: readonly DataKindId[]) => boolean): number[] =>
          rows.flatMap((row, at) => (holds(kindsOf(row, columnTypes)) ? [at] : []));
        for (const { id } of dataKinds) {
          const wanted = rowsWith((held) => held.includes(id));
          expect(rowsBehind({ kind: 'with', of: id }, columnTypes, rows)).toEqual(wanted);
        }
        for (const { id } of riskEntries) {
          const wanted = rowsWith((held) => risksOf(held).some((risk) => risk.id === id));
          expect(rowsBehind({ kind: 'at-risk', risk: id }, columnTypes, rows)).toEqual(wanted);
        }
      }),
    );
  });

  it('have a name in an address that is read back, and a rule in words', () => {
    const ids = dataKinds.map(({ id }) => id);
    const figures: readonly KindFigure[] = [
      { kind: 'exactly', kinds: ids.slice(0, 3) },
      ...ids.map((of) => ({ kind: 'with', of }) as const),
      ...riskEntries.map(({ id }) => ({ kind: 'at-risk', risk: id }) as const),
    ];
    for (const figure of figures) {
      expect(kindFigureFrom(kindFigureText(figure))).toEqual(figure);
      expect(kindFigureRule(figure)).toMatch(/^(Rows |Exactly )/);
    }
    for (const text of ['', 'exactly', 'with.shoe', 'with.name.phone', 'at-risk.name', 'exactly.name.shoe', 'name']) {
      expect(kindFigureFrom(text)).toBeNull();
    }
  });

  it('count a kind that only a later block brought', () => {
    const profiler = createProfiler([packId('email')]);
    profiler.addBlock(2, shapedColumns([['a@d.com', '']]));
    profiler.widen([packId('email'), packId('mobile')]);
    profiler.addBlock(1, shapedColumns([['b@d.com'], ['13812345678']]));
    expect(profiler.combinations().kept).toEqual([
      { kinds: [], rows: 1 },
      { kinds: ['phone', 'email'], rows: 1 },
      { kinds: ['email'], rows: 1 },
    ]);
  });

  it('keep the commonest hundred by name and the rows of the others as one figure', () => {
    // A row for each set of eight kinds that is held, the first of them in every second row twice.
    const columnTypes = ['full-name', 'mobile', 'email', 'username', 'item', 'qq', 'employer', 'diagnosis'].map(packId);
    const values = ['张三', '13812345678', 'a@d.com', 'zhang_3', '茶', '10001234', '某某公司', '感冒'];
    const rows = Array.from({ length: 256 }, (_, set) => values.map((value, bit) => ((set >> bit) & 1 ? value : '')));
    const profiler = createProfiler(columnTypes);
    profiler.addBlock(rows.length, shapedColumns(columnsOf(rows, columnTypes.length)));
    const { kept, rest } = profiler.combinations();
    expect(kept).toHaveLength(100);
    expect(rest).toEqual({ combinations: 156, rows: 156 });
  });
});
