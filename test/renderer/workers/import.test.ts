import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { typeIdOf } from '#shared/domain/own-field-type.ts';
import { rowsPerBlock } from '#shared/domain/sample.ts';
import {
  adoptTypes,
  type ImportedTable,
  type ImportProgress,
  sampleWorker,
  stopSampleWorker,
} from '../../../renderer/platform/sample-worker.ts';
import { ownType } from '../../fixtures/own-types.ts';
import { latin1Of, latin1OfText } from '../search-bytes.ts';
import { blockFiles, bytesOnDisk } from './block-files.ts';
import { attempt, freshWorker, importCounted, importWhole } from './imported.ts';
import { fileOf, syntheticSample } from './synthetic.ts';

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

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

describe('a dump with tables that have no row', () => {
  const users = "INSERT INTO users VALUES (1,'a@b.example'),(2,'b@b.example');";
  const stray = "INSERT INTO users SET id=3, mail='c@b.example';";

  async function rejectedOf(table: ImportedTable) {
    const { id, rows, blocks, rejectedBatches } = table;
    await sampleWorker().open({ id, rows, columnTypes: [], blocks, rejectedBatches });
    const listed = await sampleWorker().readRejected(id, 0, 10_000);
    return listed.map(({ line, reason, table: of }) => ({ line, reason, of }));
  }

  it('keeps each of their records, and those of no table, with the first table that has rows', async () => {
    const dump = [
      ...['-- MySQL dump 10.13', 'CREATE TABLE audit (id int, t text);'],
      ...['CREATE TABLE users (id int, mail varchar(50));', users, stray],
      ...['CREATE TABLE pay (id int, card text);', "INSERT INTO pay VALUES (1,'x','y'),(2,'x','y');", ''],
    ];
    const outcome = await attempt(fileOf(dump.join('\n'), 'first.sql'));
    const { tables = [], rowless = [] } = outcome.ok ? outcome.value : {};
    expect(tables.map(({ table, rows, rejected }) => ({ table, rows, rejected }))).toEqual([
      { table: 'users', rows: 2, rejected: 3 },
    ]);
    expect(rowless).toEqual([{ table: 'pay', rejected: 2 }]);
    const rejected = await Promise.all(tables.map(rejectedOf));
    expect(rejected.flat()).toEqual([
      { line: 5, reason: 'malformed-statement', of: null },
      { line: 7, reason: 'too-many-cells', of: 'pay' },
      { line: 7, reason: 'too-many-cells', of: 'pay' },
    ]);
    expect(await blockFiles()).toEqual(tables.map(({ id }) => id));
  });

  it('loses no record, wherever such tables stand and however much they reject', async () => {
    const part = fc.record({
      rows: fc.nat({ max: 2 }),
      bad: fc.constantFrom(0, 1, 3, 2100),
      strays: fc.nat({ max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), fc.boolean(), async (parts, isProfiled) => {
        const lines = parts.flatMap(({ rows, bad, strays }, at) => [
          `CREATE TABLE t${at} (id int, mail text);`,
          ...Array.from({ length: strays }, () => `INSERT INTO t${at} SET id=1;`),
          ...(bad === 0 ? [] : [`INSERT INTO t${at} VALUES ${Array(bad).fill("(1,'x','y')").join()};`]),
          ...(rows === 0 ? [] : [`INSERT INTO t${at} VALUES ${Array(rows).fill("(1,'x')").join()};`]),
        ]);
        const file = fileOf(`-- MySQL dump 10.13\n${lines.join('\n')}\n`, 'many.sql');
        const outcome = await attempt(file, undefined, 'law', isProfiled ? { rowLimit: 1 } : {});
        const whole = { rows: sum(parts.map(({ rows }) => rows)), rejected: sum(parts.map((p) => p.bad + p.strays)) };
        if (!outcome.ok) {
          const none = whole.rejected === 0 ? 'no-rows' : { kind: 'no-rows', rejected: whole.rejected };
          expect(whole.rows).toBe(0);
          expect(outcome.error).toMatchObject({
            kind: 'not-a-table',
            ...(none === 'no-rows' ? {} : { failure: none }),
          });
          return;
        }
        const { tables } = outcome.value;
        const kept = await Promise.all(tables.map(rejectedOf));
        expect(sum(tables.map(({ rejected }) => rejected))).toBe(whole.rejected);
        expect(kept.flat()).toHaveLength(whole.rejected);
        expect(sum(tables.map(({ rows, basis }) => (basis.kind === 'profiled' ? basis.rowsRead : rows)))).toBe(
          whole.rows,
        );
        expect(await blockFiles()).toEqual(tables.map(({ id }) => id).toSorted());
        await Promise.all(tables.map(({ id }) => sampleWorker().discard(id)));
      }),
      { numRuns: 8 },
    );
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
