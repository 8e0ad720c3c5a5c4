import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setColumnType } from '#shared/annotate/column-type.ts';
import { type FieldTypeId, unknownFieldType } from '#shared/domain/field-type-id.ts';
import type { TypeProfile } from '#shared/domain/sample.ts';
import { createProfiler, type Profiler } from '#shared/expose/profile.ts';
import { afterRecount, planRecount, type Recount } from '#shared/expose/recount.ts';
import { RowMarks } from '#shared/expose/row-marks.ts';
import { packId } from '#shared/packs/field-types.ts';
import { shapedColumns } from '../../fixtures/shaped-columns.ts';

const day = '2026-11-25';
const types: readonly FieldTypeId[] = [
  ...['mobile', 'landline', 'email', 'full-name', 'username', 'item', 'birth-date', 'religion', 'remark'].map(packId),
  unknownFieldType,
];
const cell = fc.constantFrom(
  '',
  '13812345678',
  '010-65881234',
  'a@d.com',
  '张三',
  'zhang_3',
  '1990-01-01',
  '佛教',
  'x',
);
const width = 5;
const history = fc.record({
  columnTypes: fc.array(fc.constantFrom(...types), { minLength: width, maxLength: width }),
  rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 40 }),
  changes: fc.array(fc.record({ column: fc.nat({ max: width - 1 }), to: fc.constantFrom(...types) }), {
    minLength: 1,
    maxLength: 6,
  }),
  blockRows: fc.integer({ min: 1, max: 20 }),
});

type Rows = readonly (readonly string[])[];
type Hear = (firstRow: number) => (fieldType: FieldTypeId, marks: Uint8Array) => void;

function counted(
  { rows, blockRows }: { readonly rows: Rows; readonly blockRows: number },
  columnTypes: readonly FieldTypeId[],
  only?: readonly FieldTypeId[],
  hear?: Hear,
): Profiler {
  let firstRow = 0;
  const profiler = createProfiler(columnTypes, only, (type, marks) => hear?.(firstRow)(type, marks));
  for (; firstRow < rows.length; firstRow += blockRows) {
    const block = rows.slice(firstRow, firstRow + blockRows);
    const columns = columnTypes.map((_, column) => block.map((row) => row[column] ?? ''));
    profiler.addBlock(block.length, shapedColumns(columns));
  }
  return profiler;
}

function byType(profiles: readonly TypeProfile[]): TypeProfile[] {
  return profiles.toSorted((a, b) => (a.fieldType < b.fieldType ? -1 : 1));
}

describe('figures after one change of a type after another', () => {
  it('are those of a full count, though only what the change touches is counted', () => {
    fc.assert(
      fc.property(history, ({ columnTypes, changes, ...table }) => {
        const remembered = new RowMarks(table.rows.length);
        const first = counted(table, columnTypes);
        let held: readonly FieldTypeId[] = columnTypes;
        let figures: Parameters<typeof afterRecount>[0] = {
          ...{ profiles: first.profiles(), combinations: first.combinations(), persons: first.persons(day) },
        };
        for (const change of changes) {
          const touched = [held[change.column] ?? unknownFieldType, change.to];
          held = setColumnType(held, change);
          const plan = planRecount(held, touched, remembered.known(held));
          const fresh = new Map(plan.kinds.map((type) => [type, new Uint8Array(table.rows.length)]));
          const again = counted(table, held, plan.types, (firstRow) => (type, marks) => {
            fresh.get(type)?.set(marks, firstRow);
          });
          remembered.keep(fresh, held);
          const recount: Recount = {
            touched,
            profiles: again.profiles().filter(({ fieldType }) => touched.includes(fieldType)),
            combinations: plan.combinations ? remembered.combinations(held) : null,
            persons: plan.persons ? again.persons(day) : null,
          };
          figures = afterRecount(figures, recount);
          const whole = counted(table, held);
          expect(byType(figures.profiles)).toEqual(byType(whole.profiles()));
          expect(figures.combinations).toEqual(whole.combinations());
          expect(figures.persons).toEqual(whole.persons(day));
        }
      }),
    );
  });

  it('read again only the touched types, once the others are remembered', () => {
    const columnTypes = ['full-name', 'item', 'username'].map(packId);
    const remembered = new RowMarks(1);
    const plan = planRecount(columnTypes, [packId('item'), packId('username')], remembered.known(columnTypes));
    expect(plan.types).toEqual(columnTypes);
    remembered.keep(new Map(plan.kinds.map((type) => [type, new Uint8Array(1)])), columnTypes);
    const next = planRecount(columnTypes, [packId('item')], remembered.known(columnTypes));
    expect(next.types).toEqual([packId('item')]);
  });
});
