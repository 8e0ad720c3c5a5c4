import { beforeEach, describe, expect, it } from 'vitest';
import { typeIdOf } from '#shared/domain/own-field-type.ts';
import { rowsPerBlock } from '#shared/domain/sample.ts';
import {
  adoptTypes,
  type ImportProgress,
  sampleWorker,
  stopSampleWorker,
} from '../../../renderer/platform/sample-worker.ts';
import { ownType } from '../../fixtures/own-types.ts';
import { latin1Of, latin1OfText } from '../search-bytes.ts';
import { blockFiles, bytesOnDisk } from './block-files.ts';
import { attempt, freshWorker, importCounted, importWhole } from './imported.ts';
import { fileOf, syntheticSample } from './synthetic.ts';

beforeEach(async () => {
  await freshWorker();
});

describe('an imported sample', () => {
  it('has every record of the file as a row or as a rejected record', async () => {
    const { file, table: expected } = syntheticSample();
    const { table } = await importWhole(file);
    expect(table.rejected).toBeGreaterThan(0);
    expect(table.rows + table.rejected).toBe(18_000);
    expect(table).toMatchObject({ rows: expected.summary.rows, rejected: expected.summary.rejected });
    expect(table.rejectedBatches.reduce((sum, { count }) => sum + count, 0)).toBe(table.rejected);
  });

  it('has a directory whose blocks follow one another without a gap', async () => {
    const { table } = await importWhole(syntheticSample().file);
    expect(table.blocks.length).toBe(Math.ceil(table.rows / rowsPerBlock));
    let next = 0;
    for (const { block, firstRow, rows, chunks } of table.blocks) {
      expect({ block, firstRow, columns: chunks.length }).toEqual({
        ...{ block: table.blocks.findIndex((other) => other.firstRow === firstRow), firstRow: next },
        columns: table.columns.length,
      });
      next += rows;
    }
    expect(next).toBe(table.rows);
  });

  it('is known by the SHA-256 of the file as received', async () => {
    const { file, bytes } = syntheticSample({ rows: 900 });
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const { whole } = await importWhole(file);
    expect(whole.sha256).toBe([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    expect(whole.byteLength).toBe(bytes.length);
  });

  it('is looked at for the field types of the analyst, where columns are named and where cells are counted', async () => {
    await adoptTypes([ownType()]);
    const rows = Array.from({ length: 40 }, (_, at) => `${at},EMP-${String(at).padStart(6, '0')}`);
    const { table } = await importCounted(fileOf(`id,badge\n${rows.join('\n')}\n41,none of them\n`, 'staff.csv'));
    expect(table.columns[1]?.detection.fieldType).toBe(typeIdOf(ownType()));
    expect(table.columns[1]?.profile).toMatchObject({ filled: 41, valid: 40, distinct: 41 });
    await adoptTypes([]);
  });

  it('lies on the disk without a value in clear', async () => {
    const { file, bytes, table: expected } = syntheticSample();
    const { id, table } = await importWhole(file);
    const onDisk = await bytesOnDisk(id);
    const places = [
      ...table.blocks.flatMap(({ chunks }) => chunks),
      ...table.rejectedBatches.map(({ place }) => place),
    ];
    expect(onDisk.length).toBe(places.reduce((sum, { byteLength }) => sum + byteLength, 0));
    const spread = expected.rows.filter((_, at) => at % 450 === 0);
    const values = [...spread.flat(), ...expected.rejected.map(({ raw }) => raw)].filter((value) => value.length >= 4);
    const wanted = [...new Set(values)].map(latin1OfText);
    const [clear, sealed] = [latin1Of(bytes), latin1Of(onDisk)];
    expect(wanted.length).toBeGreaterThan(200);
    // Quotes are doubled in the file, so a few values cannot be found there as they are.
    expect(wanted.filter((value) => clear.includes(value)).length).toBeGreaterThan(wanted.length * 0.95);
    expect(wanted.filter((value) => sealed.includes(value))).toEqual([]);
  });

  it('has the columns that only a later block brings', async () => {
    const records = Array.from({ length: rowsPerBlock + 10 }, (_, n) => ({
      n: String(n),
      ...(n >= rowsPerBlock ? { email: `user${n}@mail.example` } : {}),
    }));
    const text = records.map((record) => JSON.stringify(record)).join('\n');
    const { table } = await importCounted(fileOf(text, 'a.ndjson'));
    expect(table.columns.map(({ header, detection }) => [header, detection.fieldType])).toEqual([
      ['n', expect.any(String)],
      ['email', 'email'],
    ]);
    expect(table.columns.map(({ profile }) => profile?.filled)).toEqual([rowsPerBlock + 10, 10]);
    expect(table.profiles.find(({ fieldType }) => fieldType === 'email')).toMatchObject({ columns: [1], valid: 10 });
  });

  it('tells how far it is, never backwards, and never beyond the file', async () => {
    const { file } = syntheticSample({ rows: 60_000 });
    const told: ImportProgress[] = [];
    const outcome = await attempt(file, (progress) => told.push(progress));
    expect(outcome.ok).toBe(true);
    expect(told.length).toBeGreaterThan(0);
    const bytes = told.map(({ bytesRead }) => bytesRead);
    expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
    expect(told.every(({ bytesRead, totalBytes }) => bytesRead <= totalBytes && totalBytes === file.size)).toBe(true);
  });
});

describe('an import that keeps nothing', () => {
  it('leaves no file when it is cancelled, and says how many rows it had read', async () => {
    const { file } = syntheticSample({ rows: 60_000 });
    const outcome = await attempt(file, () => void sampleWorker().cancelImport('stopped'), 'stopped');
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(outcome.ok || outcome.error.kind !== 'cancelled' ? Number.NaN : outcome.error.rows).toBeLessThan(60_000);
    expect(await blockFiles()).toEqual([]);
  });

  it.each([
    ['is empty', fileOf(''), { kind: 'empty' }],
    ['is no text', fileOf(`%PDF-1.7${'\u0000'.repeat(200)}`), { kind: 'binary' }],
    ['has a header and no rows', fileOf('name,mobile\n'), { kind: 'no-rows' }],
  ])('leaves no file when the file %s', async (_, file, failure) => {
    const outcome = await attempt(file);
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'not-a-table', failure } });
    expect(await blockFiles()).toEqual([]);
  });

  it('lets the next file in', async () => {
    await attempt(fileOf(''));
    expect((await importWhole(fileOf('name,mobile\n张三,13812345678\n'))).table.rows).toBe(1);
  });
});

describe('block files', () => {
  it('that no sample claims are removed, and only those', async () => {
    const kept = await importWhole(fileOf('name,mobile\n张三,13812345678\n'));
    await importWhole(fileOf('name,mobile\n李四,13912345678\n'));
    expect(await sampleWorker().removeOrphans([kept.id])).toBe(1);
    expect(await blockFiles()).toEqual([kept.id]);
    expect(await sampleWorker().removeOrphans([kept.id])).toBe(0);
  });

  it('of a sample that is discarded are gone, even while it is open', async () => {
    const { id, table, types } = await importWhole(fileOf('name,mobile\n张三,13812345678\n'));
    const { rows, blocks, rejectedBatches } = table;
    await sampleWorker().open({ id, rows, columnTypes: types, blocks, rejectedBatches });
    await sampleWorker().discard(id);
    expect(await blockFiles()).toEqual([]);
    await sampleWorker().discard(id);
  });
});

describe('the worker of a locked vault', () => {
  it('cannot be asked for anything', () => {
    stopSampleWorker();
    expect(() => sampleWorker()).toThrow('The vault is locked.');
  });
});
