import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { joined, utf8 } from '../../fixtures/bytes.ts';
import { mailAddress, person, residentIdCheck } from '../../fixtures/china.ts';
import { regions } from '../../fixtures/china-regions.ts';
import { ecommerceHeaders, generateEcommerceSample } from '../../fixtures/ecommerce-sample.ts';
import { createRandom } from '../../fixtures/random.ts';
import { scanWhole } from '../../fixtures/scan-whole.ts';
import { demoSampleOptions, writeEcommerceSample } from '../../fixtures/write-sample.ts';

const sample = (rows: number, quirks: boolean) =>
  scanWhole(generateEcommerceSample({ rows, seed: 11, quirks }), { hasHeader: true });

describe('the bundled demo', () => {
  const demo = readFile(new URL('../../../shared/packs/demo/synthetic-ecommerce-sample.csv', import.meta.url));

  test('is byte for byte what the generator makes, so nothing in it is real', async () => {
    expect(Buffer.compare(await demo, joined(generateEcommerceSample(demoSampleOptions)))).toBe(0);
  });

  test('shows the flaws of real samples', async () => {
    const { summary, rows, rejected } = scanWhole([await demo], { hasHeader: true });
    expect(summary).toMatchObject({ header: ecommerceHeaders.en, records: 500 });
    expect(rejected.length).toBeGreaterThanOrEqual(2);
    const column = (index: number) => rows.map((row) => row[index] ?? '');
    expect(column(3)).toContain('');
    expect(column(3).some((id) => /^\d{4}\*{10}\d{3}[\dX]$/.test(id))).toBe(true);
    expect(column(4).some((mobile) => mobile.startsWith('+86'))).toBe(true);
    expect(column(2).some((name) => name.endsWith(' '))).toBe(true);
    expect(column(7).some((address) => address.includes('\n'))).toBe(true);
    expect(column(5).some((name) => name.includes('"'))).toBe(true);
    expect(new Set(column(0)).size).toBeLessThan(rows.length);
  });
});

describe('the generator', () => {
  test('makes as many records as asked, the same for the same seed', () => {
    expect(sample(3000, true).summary.records).toBe(3000);
    expect(sample(3000, true).rows).toEqual(sample(3000, true).rows);
    const other = joined(generateEcommerceSample({ rows: 50, seed: 12, quirks: true }));
    expect(other).not.toEqual(joined(generateEcommerceSample({ rows: 50, seed: 13, quirks: true })));
  });

  test('without quirks makes sound rows whose cells agree with each other', () => {
    const { summary, rows } = sample(2000, false);
    expect(summary).toMatchObject({ rows: 2000, rejected: 0 });
    for (const [order = '', time = '', name = '', id = '', mobile = '', , price = '', address = ''] of rows) {
      expect(order).toMatch(new RegExp(`^${time.replace(/\D/g, '')}\\d{6}$`));
      expect(name).toMatch(/^\p{Script=Han}{2,4}$/u);
      expect(id).toMatch(/^\d{17}[\dX]$/);
      expect(residentIdCheck(id.slice(0, 17))).toBe(id.slice(17));
      expect(mobile).toMatch(/^1[3-9]\d{9}$/);
      expect(price).toMatch(/^\d+\.\d\d$/);
      const region = regions.find(({ code }) => id.startsWith(code));
      expect(address).toContain(`${region?.city}${region?.district}`);
    }
  });

  test('with quirks quotes some eight records in a hundred', () => {
    const { rows } = sample(5000, true);
    const quoted = rows.filter((row) => row.some((cell) => /[",\n]/.test(cell))).length;
    expect(quoted / rows.length).toBeGreaterThan(0.06);
    expect(quoted / rows.length).toBeLessThan(0.1);
  });

  test('writes a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'leakdesk-'));
    try {
      const path = join(folder, 'sample.csv');
      const options = { rows: 1000, seed: 1, quirks: false };
      const size = await writeEcommerceSample(path, options);
      expect((await stat(path)).size).toBe(size);
      expect(Buffer.compare(await readFile(path), joined(generateEcommerceSample(options)))).toBe(0);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('the builders', () => {
  test('give the check character of the standard’s own examples', () => {
    // GB 11643-1999, annex: 11010519491231002X and 440524188001010014.
    expect(residentIdCheck('11010519491231002')).toBe('X');
    expect(residentIdCheck('44052418800101001')).toBe('4');
  });

  test('draw surnames by their frequency, and mail addresses of two providers', () => {
    const random = createRandom(1);
    const people = Array.from({ length: 2000 }, () => person(random));
    const share = (surname: string) => people.filter(({ name }) => name.startsWith(surname)).length / people.length;
    expect(share('王')).toBeGreaterThan(share('罗') * 3);
    expect(utf8(mailAddress(random)).length).toBeGreaterThan(10);
    expect(people.every(({ email }) => /^([1-9]\d{8,9}@qq|[a-z]{6}\d{3}@163)\.com$/.test(email))).toBe(true);
  });
});
