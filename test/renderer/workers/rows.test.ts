import { beforeAll, describe, expect, it } from 'vitest';
import { detectorFor } from '#shared/classify/detectors.ts';
import { isPlain } from '#shared/classify/plain-types.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import { unknownFieldType } from '#shared/domain/field-type-id.ts';
import { createProfiler, type Profiler } from '#shared/expose/profile.ts';
import { afterRecount } from '#shared/expose/recount.ts';
import { exposureLayers } from '#shared/expose/series.ts';
import { packId } from '#shared/packs/field-types.ts';
import { type RowView, sampleWorker } from '../../../renderer/platform/sample-worker.ts';
import { shapedColumns } from '../../fixtures/shaped-columns.ts';
import { freshWorker, importCounted, importWhole, openImported } from './imported.ts';
import { recount, syntheticSample } from './synthetic.ts';

const all: RowView = { kind: 'all' };
const { file, table: expected } = syntheticSample();
let sample: Awaited<ReturnType<typeof importCounted>>;

beforeAll(async () => {
  await freshWorker();
  sample = await importCounted(file);
  await openImported(sample);
});

function behind(fieldType: FieldTypeId, layer: (typeof exposureLayers)[number]): RowView {
  return { kind: 'behind-bar', fieldType, layer };
}

describe('rows that are read', () => {
  it('are masked: no cell that needs a mask shows its value', async () => {
    const rows = await sampleWorker().readRows(sample.id, all, 0, 400);
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 400 }, (_, row) => row));
    for (const { row, cells } of rows) {
      for (const [column, cell] of cells.entries()) {
        const { text, masked } = cell ?? { text: '', masked: false };
        const value = expected.rows[row]?.[column] ?? '';
        const type = sample.types[column] ?? unknownFieldType;
        expect(masked).toBe(value.trim() !== '' && !isPlain(type, value));
        expect(masked && text.includes(value.trim())).toBe(false);
      }
    }
  });

  it('tell what stands inside the text of a cell, masked', async () => {
    const texts = ['请联系13812345678谢谢', 'write to ann@x.example please', '多谢'];
    const notes = await importWhole(
      new File([`id,remark\n${texts.map((text, at) => `${at},${text}`).join('\n')}\n`], 'n.csv'),
    );
    await openImported(notes);
    const spans = await Promise.all(texts.map((_, row) => sampleWorker().readSpans(notes.id, row, 1)));
    expect(spans).toEqual([
      [{ at: 3, fieldType: 'mobile', cell: { text: '138****5678', masked: true } }],
      [{ at: 9, fieldType: 'email', cell: { text: 'a***@x.example', masked: true } }],
      [],
    ]);
  });

  it('cross the seam between two blocks in order', async () => {
    const rows = await sampleWorker().readRows(sample.id, all, 8190, 8195);
    expect(rows.map(({ row }) => row)).toEqual([8190, 8191, 8192, 8193, 8194]);
    const revealed = await Promise.all(rows.map(({ row }) => sampleWorker().revealCell(sample.id, row, 0)));
    expect(revealed).toEqual(expected.rows.slice(8190, 8195).map(([first]) => first));
  });

  it('end with the sample', async () => {
    const { rows } = sample.table;
    expect(await sampleWorker().readRows(sample.id, all, rows - 2, rows + 50)).toHaveLength(2);
    expect(await sampleWorker().readRows(sample.id, all, rows + 1, rows + 5)).toEqual([]);
    expect(await sampleWorker().countRows(sample.id, all)).toBe(rows);
  });

  it('show a single value in clear only when it is asked for by its place', async () => {
    const { rows } = expected;
    for (const row of [0, 7, 8191, 8192, rows.length - 1]) {
      for (const column of sample.types.keys()) {
        expect(await sampleWorker().revealCell(sample.id, row, column)).toBe(rows[row]?.[column]);
      }
    }
  });
});

describe('the rows behind a bar', () => {
  it('are as many as a count row by row finds, in every layer of every type', async () => {
    for (const type of new Set(sample.types.filter((found) => found !== unknownFieldType))) {
      for (const layer of exposureLayers) {
        const counted = recount(expected.rows, sample.types, type, layer);
        expect([type, layer, await sampleWorker().countRows(sample.id, behind(type, layer))]).toEqual([
          ...[type, layer, counted.length],
        ]);
      }
    }
  });

  it('are those rows, and page through in order', async () => {
    const view = behind(packId('cn-resident-id'), 'valid');
    const counted = recount(expected.rows, sample.types, packId('cn-resident-id'), 'valid');
    const first = await sampleWorker().readRows(sample.id, view, 0, 100);
    const later = await sampleWorker().readRows(sample.id, view, 9000, 9100);
    expect([...first, ...later].map(({ row }) => row)).toEqual([
      ...counted.slice(0, 100),
      ...counted.slice(9000, 9100),
    ]);
  });

  it('are none for a type that no column holds', async () => {
    expect(await sampleWorker().countRows(sample.id, behind(packId('passport'), 'filled'))).toBe(0);
  });
});

describe('the figures of a sample', () => {
  const columns = Array.from({ length: 8 }, (_, column) => expected.rows.map((row) => row[column] ?? ''));

  function wholeCount(types: readonly FieldTypeId[]): Profiler {
    const profiler = createProfiler(types);
    profiler.addBlock(expected.rows.length, shapedColumns(columns));
    return profiler;
  }

  async function expectFullRecount(types: readonly FieldTypeId[], touched: readonly FieldTypeId[]): Promise<void> {
    const counted = await sampleWorker().profile(sample.id, types, touched);
    const untouched = sample.table.profiles.filter(({ fieldType }) => !touched.includes(fieldType));
    const byType = (a: { fieldType: string }, b: { fieldType: string }): number =>
      a.fieldType.localeCompare(b.fieldType);
    expect([...untouched, ...counted.profiles].toSorted(byType)).toEqual(wholeCount(types).profiles().toSorted(byType));
    const { combinations, persons } = afterRecount(sample.table, counted);
    expect(combinations).toEqual(wholeCount(types).combinations());
    expect(persons).toEqual(wholeCount(types).persons(persons?.asOf ?? ''));
  }

  it('are those of a count over the whole table', () => {
    expect(sample.table.profiles).toEqual(wholeCount(sample.types).profiles());
    expect(sample.table.combinations).toEqual(wholeCount(sample.types).combinations());
    const { persons } = sample.table;
    expect(persons).toEqual(wholeCount(sample.types).persons(persons?.asOf ?? ''));
  });

  it('agree with a count row by row', () => {
    for (const { fieldType, filled, valid, distinct, columns: at } of sample.table.profiles) {
      const detector = detectorFor(fieldType);
      const values = new Set(at.flatMap((column) => (columns[column] ?? []).map((value) => detector.normalise(value))));
      values.delete('');
      expect({ filled, valid, distinct }).toEqual({
        filled: recount(expected.rows, sample.types, fieldType, 'filled').length,
        valid: recount(expected.rows, sample.types, fieldType, 'valid').length,
        distinct: values.size,
      });
    }
  });

  it.each([
    ['to a type of its own', 5, 'nickname'],
    ['to a type that another column holds', 5, 'full-name'],
    ['to unknown', 4, 'unknown'],
  ])('after a column changes %s are those of a full recount', async (_, column, to) => {
    const from = sample.types[column] ?? unknownFieldType;
    const type = to === 'unknown' ? unknownFieldType : packId(to);
    const types = sample.types.map((held, at) => (at === column ? type : held));
    await expectFullRecount(types, [from, type]);
  });

  it.each([
    ['begun', 0],
    ['done', 400],
  ])('are those of a full recount where the count beforehand had %s', async (_, milliseconds) => {
    const [phone, other] = [packId('landline'), packId('qq')];
    await sampleWorker().foresee(sample.id, [
      { column: 4, to: milliseconds === 0 ? phone : other },
      { column: 5, to: packId('nickname') },
    ]);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    const to = milliseconds === 0 ? phone : other;
    await expectFullRecount(sample.types.with(4, to), [packId('mobile'), to]);
  });
});

describe('rejected records', () => {
  it('are listed masked, with line and reason, and shown whole when asked for', async () => {
    const listed = await sampleWorker().readRejected(sample.id, 0, 1000);
    expect(listed.map(({ line, reason }) => ({ line, reason }))).toEqual(
      expected.rejected.map(({ line, reason }) => ({ line, reason })),
    );
    for (const { index, masked } of listed) {
      const raw = expected.rejected[index]?.raw ?? '';
      expect(masked).not.toContain(raw);
      expect(masked).not.toMatch(/\d{11}/);
    }
    expect(await sampleWorker().revealRejected(sample.id, 0)).toBe(expected.rejected[0]?.raw);
  });
});
