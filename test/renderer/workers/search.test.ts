import { beforeAll, describe, expect, it } from 'vitest';
import { unknownFieldType } from '#shared/domain/field-type-id.ts';
import { packId } from '#shared/packs/field-types.ts';
import type { SearchQuery } from '#shared/search/query.ts';
import { newsSink, type SearchNews, sampleWorker } from '../../../renderer/platform/sample-worker.ts';
import { blockFiles } from './block-files.ts';
import type { CountedTable } from './counted.ts';
import {
  freshSearchWorker,
  importedTable,
  lookedUp,
  restartSearchWorker,
  searched,
  searchedSample,
} from './searchable.ts';
import { fileOf } from './synthetic.ts';

// Made-up people: every number and address is built from its row.
const rows = 20_000;
const surnames = ['张', '李', '王'];
const made = Array.from({ length: rows }, (_, row) => ({
  name: `${surnames[row % 3] ?? ''}${row % 7 === 0 ? '三丰' : '小明'}`,
  mobile: `138${String(10_000_000 + 37 * row)}`,
  email: `user${row}@mail${row % 40}.example.com`,
  price: `${row % 90}.50`,
}));
const csv = ['realname,mobile,email,pay_amount', ...made.map((row) => Object.values(row).join(','))].join('\n');
const plain: SearchQuery = { kind: 'contains', text: '', matchCase: false, fieldTypes: [] };
let table: CountedTable;

beforeAll(async () => {
  await freshSearchWorker();
  table = await importedTable(fileOf(csv, 'people.csv'));
});

function placesOf(test: (row: (typeof made)[number]) => boolean): readonly number[] {
  return made.flatMap((row, at) => (test(row) ? [at] : []));
}

/** The rows that the grid shows for a search. */
async function rowsShown(searchId: string): Promise<readonly number[]> {
  await sampleWorker().open(searchedSample(table));
  const view = { kind: 'search', searchId } as const;
  const count = await sampleWorker().countRows(table.id, view);
  return (await sampleWorker().readRows(table.id, view, 0, count)).map(({ row }) => row);
}

describe('a search', () => {
  it('finds the rows that a plain reading finds, counts them by column, and shows them in the grid', async () => {
    const query = { ...plain, text: 'USER77' };
    const { end, news } = await searched({ searchId: 'one', query, samples: [searchedSample(table)] });
    const expected = placesOf(({ email }) => email.includes('user77'));
    expect(end.kind).toBe('complete');
    expect(news.get(table.id)).toMatchObject({
      ...{ rows: expected.length, columns: [{ column: 2, cells: expected.length }] },
      ...{ blocksRead: 3, blocks: 3 },
    });
    expect(await rowsShown('one')).toEqual(expected);
  });

  it('counts a row once that is hit in two columns', async () => {
    const { news } = await searched({
      searchId: 'two',
      query: { ...plain, text: '5' },
      samples: [searchedSample(table)],
    });
    const expected = placesOf((row) => Object.values(row).some((cell) => cell.includes('5')));
    expect(news.get(table.id)?.rows).toBe(expected.length);
    expect(await rowsShown('two')).toEqual(expected);
  });

  it('says the same when it reads from memory', async () => {
    const request = { query: { ...plain, text: '三丰' }, samples: [searchedSample(table)] };
    const cold = await searched({ ...request, searchId: 'cold' });
    const warm = await searched({ ...request, searchId: 'warm' });
    expect(warm.news).toEqual(cold.news);
    expect(cold.news.get(table.id)?.rows).toBe(placesOf(({ name }) => name.includes('三丰')).length);
  });

  it('looks only into columns of the types asked for', async () => {
    const query = { ...plain, text: '138', fieldTypes: [packId('email')] };
    const { news } = await searched({ searchId: 'types', query, samples: [searchedSample(table)] });
    expect(news.get(table.id)?.columns.map(({ column }) => column)).toEqual([2]);
  });

  it('shows first hits masked, and never a value', async () => {
    const query = { ...plain, kind: 'pattern', text: '^138\\d{4}0001$' } as const;
    const { news } = await searched({ searchId: 'mask', query, samples: [searchedSample(table)] });
    const hits = news.get(table.id)?.hits ?? [];
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.length).toBeLessThanOrEqual(5);
    for (const { row, cell } of hits) {
      expect(cell).toMatchObject({ masked: true });
      expect(cell.text).not.toBe(made[row]?.mobile);
    }
  });

  it('refuses a pattern that would find everything', async () => {
    const query = { ...plain, kind: 'pattern', text: 'a*' } as const;
    const samples = [searchedSample(table)];
    const outcome = await sampleWorker().search(
      { searchId: 'bad', query, samples, shown: 5 },
      newsSink(() => undefined),
    );
    expect(outcome).toEqual({ ok: false, error: { kind: 'matches-everything' } });
  });

  it('stops when it is cancelled, and keeps what it found', async () => {
    // Many times the same sample, so that there is time to cancel.
    const samples = Array.from({ length: 300 }, () => searchedSample(table));
    const sink = newsSink((_: SearchNews) => void sampleWorker().cancelRun('long'));
    const query = { ...plain, kind: 'pattern', text: 'user.*9@' } as const;
    const outcome = await sampleWorker().search({ searchId: 'long', query, samples, shown: 5 }, sink);
    expect(outcome).toMatchObject({ ok: true, value: { kind: 'cancelled' } });
  });

  it('that is forgotten says so in the grid', async () => {
    await sampleWorker().open(searchedSample(table));
    const view = { kind: 'search', searchId: 'never' } as const;
    await expect(sampleWorker().countRows(table.id, view)).rejects.toThrow('Run the search again');
  });
});

describe('a look-up', () => {
  it('finds a value of the last block by its spelling, and reads few other blocks', async () => {
    const last = made.length - 1;
    const mobile = made[last]?.mobile ?? '';
    const values = [`+86 ${mobile.slice(0, 3)}-${mobile.slice(3)}`, 'nobody@nowhere.example', '13700000000'];
    const [news] = await lookedUp(values, [searchedSample(table)]);
    expect(news).toMatchObject({ found: [{ value: 0, rows: 1 }], probable: { values: [] } });
    expect(news?.chunksRead).toBeLessThan(news?.chunks ?? 0);
    expect(await rowsShown('look-up')).toEqual([last]);
  });

  it('finds the addresses of a domain, and of the domain above it', async () => {
    const [news] = await lookedUp(['mail7.example.com', 'example.com', 'other.example.com'], [searchedSample(table)]);
    const ofMail7 = placesOf(({ email }) => email.endsWith('@mail7.example.com')).length;
    expect(news?.found.toSorted((a, b) => a.value - b.value)).toEqual([
      { value: 0, rows: ofMail7 },
      { value: 1, rows },
    ]);
  });

  it('finds all of a long list, and only that', async () => {
    const there = made.filter((_, row) => row % 20 === 0).map(({ email }) => email.toUpperCase());
    const absent = there.map((email) => email.replace('USER', 'NOBODY'));
    const [news] = await lookedUp([...there, ...absent], [searchedSample(table)]);
    expect(news?.found.length).toBe(there.length);
    expect(news?.found.every(({ value, rows: count }) => value < there.length && count === 1)).toBe(true);
  });

  it('reads a column that got its type after the fingerprints were made', async () => {
    const types = [unknownFieldType, packId('mobile'), packId('email'), packId('order-id')];
    const [news] = await lookedUp(['17.50'], [searchedSample(table, types)]);
    expect(news?.found).toEqual([{ value: 0, rows: placesOf(({ price }) => price === '17.50').length }]);
  });

  it('reads every block of a sample without fingerprints', async () => {
    const sample = { ...searchedSample(table), fingerprints: null };
    const [news] = await lookedUp([made[9]?.mobile ?? ''], [sample]);
    expect(news?.found).toEqual([{ value: 0, rows: 1 }]);
    expect(news?.chunksRead).toBe(news?.chunks);
  });
});

describe('a sample whose rows are purged', () => {
  it('still tells what was probably in it, and is recognised in a copy', async () => {
    const shuffled = made.filter((_, row) => row % 2 === 0).toReversed();
    const copy = await importedTable(
      fileOf(
        ['email,mobile,realname', ...shuffled.map((row) => [row.email, row.mobile, row.name].join(','))].join('\n'),
        'copy.csv',
      ),
    );
    const fingerprints = await sampleWorker().makeFingerprints(searchedSample(table));
    await sampleWorker().removeRows(table.id);
    expect(await blockFiles()).toEqual([copy.id, `${copy.id}.fingerprints`, `${table.id}.fingerprints`].toSorted());
    const purged = { ...searchedSample(table), blocks: [], fingerprints, hasRows: false };
    const there = made.slice(0, 500).map(({ mobile }) => mobile);
    const absent = Array.from({ length: 2000 }, (_, at) => `199${String(10_000_000 + at)}`);
    const [news] = await lookedUp([...there, ...absent, 'mail3.example.com'], [purged]);
    const probable = new Set(news?.probable.values);
    expect(there.filter((_, value) => !probable.has(value))).toEqual([]);
    expect(probable.has(there.length + absent.length)).toBe(true);
    expect(probable.size).toBeLessThan(there.length + 20);
    expect(news?.probable.falseShare).toBeLessThan(0.001);

    expect(copy.fingerprints).not.toBeNull();
    const one = { id: copy.id, fingerprints: copy.fingerprints ?? fingerprints };
    const [overlap] = await sampleWorker().compareSamples(one, [{ id: table.id, fingerprints }]);
    expect(overlap?.rows?.share).toBeGreaterThan(0.99);
    const [back] = await sampleWorker().compareSamples({ id: table.id, fingerprints }, [one]);
    expect(back?.rows?.low).toBeLessThan(0.5);
    expect(back?.rows?.high).toBeGreaterThan(0.5);
  });

  it('keeps its fingerprints at the next start, and loses a block file that was left', async () => {
    const kept = await importedTable(fileOf(csv.slice(0, 4000), 'small.csv'));
    await restartSearchWorker();
    expect(await sampleWorker().removeOrphans([kept.id], [kept.id])).toBeGreaterThan(0);
    expect(await blockFiles()).toEqual([`${kept.id}.fingerprints`]);
  });
});
