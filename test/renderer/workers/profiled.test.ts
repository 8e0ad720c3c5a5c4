import { beforeEach, describe, expect, it } from 'vitest';
import { sampleWorker } from '../../../renderer/platform/sample-worker.ts';
import { blockFiles, bytesOnDisk } from './block-files.ts';
import { attempt, freshWorker, type Imported, importCounted, importWhole, openImported } from './imported.ts';
import { fileOf, syntheticSample } from './synthetic.ts';

beforeEach(async () => {
  await freshWorker();
});

const large = syntheticSample({ rows: 40_000 });
const limit = 20_000;

async function profiled(seed: number, file = large.file, rows = 300) {
  const outcome = await attempt(file, undefined, 'profiled', { rowLimit: limit, selection: { rows, seed } });
  const [table] = outcome.ok ? outcome.value.tables : [];
  if (!outcome.ok || table === undefined) {
    throw new Error(`Nothing was kept: ${JSON.stringify(outcome)}`);
  }
  const types = table.columns.map(({ detection }) => detection.fieldType);
  return { id: table.id, whole: outcome.value, dialect: outcome.value.dialect, table, types };
}

async function numbersIn(sample: Imported): Promise<readonly number[]> {
  await openImported(sample);
  const cells = Array.from({ length: sample.table.rows }, (_, row) => sampleWorker().revealCell(sample.id, row, 0));
  return (await Promise.all(cells)).map(Number);
}

describe('a table over the limit', () => {
  it('has the figures of all its rows, a selection of them, and every rejected record', async () => {
    const whole = await importCounted(large.file);
    const wholeBytes = (await bytesOnDisk(whole.id)).length;
    const { id, table } = await profiled(7);
    expect(table.profiles).toEqual(whole.table.profiles);
    expect(table.columns).toEqual(whole.table.columns);
    expect(table).toMatchObject({
      ...{ rows: 300, rejected: whole.table.rejected },
      basis: { kind: 'profiled', rowsRead: whole.table.rows, seed: 7 },
    });
    expect(table.rejectedBatches.reduce((sum, { count }) => sum + count, 0)).toBe(table.rejected);
    expect((await bytesOnDisk(id)).length).toBeLessThan(wholeBytes / 10);
  });

  it('gives rows of the file in its order, the same for the same seed, from all over it', async () => {
    const lines = Array.from({ length: 60_000 }, (_, n) => `${n},user${n}@mail.example`);
    const file = fileOf(`number,mail\n${lines.join('\n')}\n`);
    const means: number[] = [];
    for (const seed of [1, 2, 3, 4, 5]) {
      const numbers = await numbersIn(await profiled(seed, file));
      expect(new Set(numbers).size).toBe(300);
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      means.push(numbers.reduce((sum, n) => sum + n, 0) / 300);
      // Both what was stored before the limit and what passed by after it.
      expect(numbers.filter((n) => n < limit).length).toBeGreaterThan(50);
      expect(numbers.filter((n) => n > 2 * limit).length).toBeGreaterThan(50);
    }
    expect(await numbersIn(await profiled(1, file))).toEqual(await numbersIn(await profiled(1, file)));
    // The mean of five times 300 uniform rows strays from the middle by some 450.
    const mean = means.reduce((sum, n) => sum + n, 0) / means.length;
    expect(Math.abs(mean - 30_000)).toBeLessThan(2_500);
  });

  it('is profiled beside tables of the same file that are stored whole', async () => {
    const insert = (table: string, rows: number): string =>
      Array.from({ length: rows }, (_, n) => `INSERT INTO \`${table}\` VALUES (${n},'u${n}@mail.example');`).join('\n');
    const create = (table: string): string => `CREATE TABLE \`${table}\` (\`id\` int, \`mail\` text);`;
    const dump = ['small', 'large', 'last'].map((name) =>
      [create(name), insert(name, name === 'large' ? 25_000 : 90)].join('\n'),
    );
    const outcome = await attempt(fileOf(`-- MySQL dump\n${dump.join('\n')}\n`, 'dump.sql'), undefined, 'dump', {
      ...{ rowLimit: limit, selection: { rows: 100, seed: 3 } },
    });
    expect(outcome.ok && outcome.value.tables.map(({ table, rows, basis }) => [table, rows, basis.kind])).toEqual([
      ['small', 90, 'whole'],
      ['large', 100, 'profiled'],
      ['last', 90, 'whole'],
    ]);
  });

  it.each([1_000, limit - 5_000, limit + 5_000])('leaves nothing when it is cancelled after row %i', async (after) => {
    const outcome = await attempt(
      syntheticSample({ rows: 250_000 }).file,
      ({ rows }) => {
        if (rows >= after) {
          void sampleWorker().cancelImport('stopped');
        }
      },
      'stopped',
      { rowLimit: limit, selection: { rows: 300, seed: 1 } },
    );
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(await blockFiles()).toEqual([]);
  });
});

describe('a sample of many blocks', () => {
  it('frees all it took when it is deleted', async () => {
    const lines = 'a,b\n'.repeat(600 * 8_192);
    const { id } = await importWhole(fileOf(`x,y\n${lines}`));
    expect((await bytesOnDisk(id)).length).toBeGreaterThan(100_000);
    await sampleWorker().discard(id);
    expect(await blockFiles()).toEqual([]);
  });
});
