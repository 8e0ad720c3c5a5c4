import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setColumnType } from '#shared/annotate/column-type.ts';
import { type FieldTypeId, unknownFieldType } from '#shared/domain/field-type-id.ts';
import type { Persons } from '#shared/domain/persons.ts';
import type { TypeProfile } from '#shared/domain/sample.ts';
import { unreadTogether } from '#shared/expose/person-replay.ts';
import { createProfiler, type Profiler } from '#shared/expose/profile.ts';
import { proposeIdentification } from '#shared/expose/propose-identification.ts';
import { afterRecount, planRecount, type Recount } from '#shared/expose/recount.ts';
import { RowMemory } from '#shared/expose/row-memory.ts';
import { exposedTable } from '#shared/expose/severity-facts.ts';
import { finish } from '#shared/lib/finish.ts';
import { packId } from '#shared/packs/field-types.ts';
import { chunkOf } from '../../fixtures/bytes.ts';
import { shapedColumns } from '../../fixtures/shaped-columns.ts';

const day = '2026-11-25';
const typeNames = [
  ...[
    'mobile',
    'landline',
    'email',
    'full-name',
    'address',
    'cn-resident-id',
    'hk-id',
    'birth-date',
    'age',
    'religion',
  ],
  ...['nationality', 'username', 'item', 'remark', 'order-time', 'timestamp'],
];
const types: readonly FieldTypeId[] = [...typeNames.map(packId), unknownFieldType];
const cell = fc.oneof(
  { weight: 2, arbitrary: fc.nat({ max: 60 }).map((end) => `1381234${5600 + end}`) },
  { weight: 1, arbitrary: fc.nat({ max: 20 }).map((end) => `user_${end}@made-up.cn`) },
  fc.constantFrom(
    '',
    ' 13812345678\t',
    '138****1234',
    '张**',
    '010-65881234',
    'a@d.com',
    '张三',
    '李四',
    '王小明',
    'zhang_3',
    '佛教',
    'x',
    '34',
  ),
  fc.constantFrom(
    '11010519491231002X',
    '440524188001010014',
    'A123456(3)',
    '中国',
    'Japan',
    '1990-01-01',
    '2015-03-04',
  ),
  fc.constantFrom(
    '广东省深圳市南山区科技园路1号',
    '北京市海淀区中关村大街1号',
    '2024-05-06 07:08:09',
    '2023-01-02 03:04:05',
  ),
);
const width = 5;
const history = fc.record({
  columnTypes: fc.array(fc.constantFrom(...types), { minLength: width, maxLength: width }),
  rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 60 }),
  changes: fc.array(fc.record({ column: fc.nat({ max: width - 1 }), to: fc.constantFrom(...types) }), {
    minLength: 1,
    maxLength: 8,
  }),
  blockRows: fc.integer({ min: 1, max: 20 }),
  mostPersons: fc.constantFrom(2, 8, 1000),
  /** Room for few columns, so that some are forgotten, or for all. */
  mostBytes: fc.constantFrom(60 * 50, 1 << 20),
});

type Table = {
  readonly rows: readonly (readonly string[])[];
  readonly blockRows: number;
  readonly mostPersons: number;
};
type Figures = Parameters<typeof afterRecount>[0];

function blocksOf({ rows, blockRows }: Table): Table['rows'][] {
  return Array.from({ length: Math.ceil(rows.length / blockRows) }, (_, at) =>
    rows.slice(at * blockRows, (at + 1) * blockRows),
  );
}

function cellsOf(block: Table['rows'], column: number): string[] {
  return block.map((row) => row[column] ?? '');
}

function counted(table: Table, columnTypes: readonly FieldTypeId[]): Profiler {
  const profiler = createProfiler(columnTypes, undefined, table.mostPersons);
  for (const block of blocksOf(table)) {
    profiler.addBlock(block.length, shapedColumns(columnTypes.map((_, column) => cellsOf(block, column))));
  }
  return profiler;
}

/** Tells the persons, reading what the memory asks for. */
function personsOf(table: Table, memory: RowMemory, columnTypes: readonly FieldTypeId[]): Persons {
  for (;;) {
    const found = finish(memory.persons(columnTypes, day));
    if ('persons' in found) {
      return found;
    }
    for (const { column, rows } of found) {
      column.signs.add(rows, column.signsIn(chunkOf(cellsOf(table.rows, column.place)), rows));
    }
  }
}

type Change = { readonly held: readonly FieldTypeId[]; readonly touched: readonly FieldTypeId[] };

/** Counts what a change touches; null where it is too much to remember. `cellsRead` hears how many columns were read. */
function recounted(table: Table, memory: RowMemory, { held, touched }: Change, onColumn?: () => void): Recount | null {
  const plan = planRecount(held, touched);
  const columns = memory.columns(held, plan.types);
  for (const column of columns ?? []) {
    for (const block of blocksOf(table).slice(column.blocks)) {
      column.add(block.length, shapedColumns([cellsOf(block, column.place)])(0));
      onColumn?.();
    }
  }
  return columns === null
    ? null
    : {
        ...{ touched, profiles: memory.profiles(held, touched) },
        combinations: plan.combinations ? memory.combinations(held) : null,
        persons: plan.persons ? personsOf(table, memory, held) : null,
      };
}

function figuresOf(profiler: Profiler): Figures {
  return { profiles: profiler.profiles(), combinations: profiler.combinations(), persons: profiler.persons(day) };
}

function byType(profiles: readonly TypeProfile[]): TypeProfile[] {
  return profiles.toSorted((a, b) => (a.fieldType < b.fieldType ? -1 : 1));
}

describe('figures after one change of a type after another', () => {
  it('are those of a full count, though what was seen before is not read again', () => {
    fc.assert(
      fc.property(history, ({ columnTypes, changes, mostBytes, ...table }) => {
        const blocks = blocksOf(table).map(({ length }) => length);
        const memory = new RowMemory(blocks, { mostBytes, mostPersons: table.mostPersons });
        let held: readonly FieldTypeId[] = columnTypes;
        let figures = figuresOf(counted(table, columnTypes));
        for (const change of changes) {
          const touched = [held[change.column] ?? unknownFieldType, change.to];
          held = setColumnType(held, change);
          const recount = recounted(table, memory, { held, touched });
          const whole = figuresOf(counted(table, held));
          figures = recount === null ? whole : afterRecount(figures, recount);
          expect(byType(figures.profiles)).toEqual(byType(whole.profiles));
          expect(figures.combinations).toEqual(whole.combinations);
          expect(figures.persons).toEqual(whole.persons);
        }
      }),
    );
  });

  it('read one column after the first change, and none after the way back', () => {
    const table = { rows: [['13812345678', '张三', 'a@d.com', 'x']], blockRows: 1, mostPersons: 10 };
    const memory = new RowMemory([1]);
    let read = 0;
    const change = (held: readonly string[], touched: readonly string[]): number => {
      read = 0;
      const types = { held: held.map(packId), touched: touched.map(packId) };
      recounted(table, memory, types, () => {
        read++;
      });
      return read;
    };
    expect(change(['mobile', 'full-name', 'email', 'item'], ['remark', 'item'])).toBe(4);
    expect(change(['landline', 'full-name', 'email', 'item'], ['mobile', 'landline'])).toBe(1);
    expect(change(['mobile', 'full-name', 'email', 'item'], ['mobile', 'landline'])).toBe(0);
  });
});

it('are refused while a column that they rest on is not counted', () => {
  const table = { rows: [['13812345678', '张三']], blockRows: 1, mostPersons: 10 };
  const memory = new RowMemory([1]);
  const held = ['mobile', 'full-name'].map(packId);
  memory.columns(held, held);
  expect(() => memory.profiles(held, held)).toThrow('before column 0 was counted');
  expect(() => memory.combinations(held)).toThrow('before column 0 was counted');
  expect(() => finish(memory.persons(held, day))).toThrow('was counted');
  recounted(table, memory, { held, touched: held });
  expect(memory.profiles(held, held).map(({ valid }) => valid)).toEqual([1, 1]);
});

it('values half hidden in a column that nothing was known of identify nobody once it has a type', () => {
  const rows = [
    ['138****1234', '张三'],
    ['139****5678', '李四'],
    ['13812345678', '王小明'],
  ];
  const table = { rows, blockRows: 2, mostPersons: 10 };
  const [unknown, typed] = [
    [unknownFieldType, packId('full-name')],
    [packId('mobile'), packId('full-name')],
  ];
  const before = figuresOf(counted(table, unknown));
  const recount = recounted(table, new RowMemory([2, 1]), { held: typed, touched: [packId('mobile')] });
  const { profiles } = recount === null ? before : afterRecount(before, recount);
  const mobile = profiles.find(({ fieldType }) => fieldType === packId('mobile'));
  expect(mobile).toMatchObject({ rows: 3, filled: 3, valid: 1, masked: 2 });
  const exposed = exposedTable({ name: '', rows: 3, profiles, persons: null });
  expect(proposeIdentification({ tables: [exposed], offer: 'none' }).value).toBe(0.25);
});

it('rows whose signs are asked for twice are read once', () => {
  const memory = new RowMemory([9]);
  const [mobile, address] = memory.columns(['mobile', 'address'].map(packId), ['mobile', 'address'].map(packId)) ?? [];
  if (mobile === undefined || address === undefined) {
    throw new Error('Two columns must fit.');
  }
  const unread = [
    { column: mobile, rows: [1, 4] },
    { column: address, rows: [2] },
    { column: mobile, rows: [0, 4, 8] },
  ];
  expect(unreadTogether(unread, 9)).toEqual([
    { column: mobile, rows: [0, 1, 4, 8] },
    { column: address, rows: [2] },
  ]);
});
