import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkIds, checkOutcomeSchema } from '#shared/domain/check.ts';
import { runCli, runHere } from './run-cli.ts';

const demo = resolve(import.meta.dirname, '../../shared/packs/demo/synthetic-ecommerce-sample.csv');

const columnSchema = z.looseObject({
  header: z.string(),
  type: z.string(),
  confidence: z.number().min(0).max(1),
  runnerUp: z.string().nullable(),
  filled: z.int(),
  valid: z.int(),
  distinct: z.int(),
  masked: z.int(),
  spans: z.record(z.string(), z.int()),
  evidence: z.looseObject({}),
});
const fileSchema = z.looseObject({
  file: z.string(),
  format: z.string().optional(),
  encoding: z.string().optional(),
  error: z.string().optional(),
  tables: z
    .array(
      z.looseObject({
        name: z.string(),
        rows: z.int(),
        rejected: z.int(),
        columns: z.array(columnSchema),
        checks: z.array(z.looseObject({ id: z.string(), outcome: checkOutcomeSchema, text: z.string() })),
        exposure: z.looseObject({}),
      }),
    )
    .optional(),
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leakdesk-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function plant(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}

function linesOf(stdout: string) {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => fileSchema.parse(JSON.parse(line)));
}

async function analysed(...files: readonly string[]) {
  return linesOf((await runHere(['analyze', '--json', ...files], folder)).stdout);
}

describe('analyze', () => {
  it('counts with the first table that has rows what tables without any rejected, and what belongs to none', async () => {
    const dump = [
      ...['CREATE TABLE audit (id int);', "INSERT INTO audit VALUES (1,'x'),(2,'y');", 'INSERT INTO audit SET id=3;'],
      ...['CREATE TABLE users (id int, mail text);', "INSERT INTO users VALUES (1,'a'),(2,'b'),(3);", ''],
    ];
    const [file] = await analysed(await plant('rowless.sql', dump.join('\n')), '--format', 'mysql');
    expect(file?.tables?.map(({ name, rows, rejected }) => [name, rows, rejected])).toEqual([['users', 2, 4]]);
  });

  it('says of each column what it holds, with figures over every row', async () => {
    const outcome = await runCli(['analyze', '--json', demo]);
    expect(outcome.code).toBe(0);
    const [file] = linesOf(outcome.stdout);
    expect(file).toMatchObject({ file: demo, format: 'csv', encoding: 'utf-8' });
    const [table] = file?.tables ?? [];
    expect(table).toMatchObject({ name: '', rows: 496, rejected: 4 });
    expect(table?.columns.map(({ header, type }) => [header, type])).toEqual([
      ['order_no', 'order-id'],
      ['create_time', 'order-time'],
      ['realname', 'full-name'],
      ['id_card', 'cn-resident-id'],
      ['mobile', 'mobile'],
      ['goods_name', 'item'],
      ['pay_amount', 'price'],
      ['address', 'address'],
    ]);
    expect(table?.columns[3]).toMatchObject({ filled: 484, valid: 454, masked: 30, distinct: 449 });
  });

  it('counts what stands inside free text, and says in how many cells', async () => {
    const notes = [
      'id,remark',
      '1,客户要求尽快发货，请联系13812345678谢谢',
      '2,please write to ann@x.example or bob@x.example after six',
      '3,送到浙江省杭州市西湖区文三路100号，13912345678',
    ].join('\n');
    const [file] = await analysed(await plant('notes.csv', `${notes}\n`));
    expect(file?.tables?.[0]?.columns).toMatchObject([
      { header: 'id', spans: {} },
      { header: 'remark', type: 'remark', spans: { mobile: 2, email: 2, address: 1 }, evidence: { spansOf: 3 } },
    ]);
  });

  it('checks whether the rows look real, and says what it could not check', async () => {
    const [file] = await analysed(demo);
    const checks = file?.tables?.[0]?.checks ?? [];
    expect(checks.map(({ id }) => id)).toEqual([...checkIds]);
    expect(checks.find(({ id }) => id === 'ric-check')).toMatchObject({
      outcome: 'pass',
      figure: { value: 1, rests: 454 },
    });
    expect(checks.find(({ id }) => id === 'email-unique')).toMatchObject({ outcome: 'not-run', figure: null });
    for (const { text } of checks) {
      expect(text).toMatch(/[.!?]$/);
    }
  });

  it('has a line for each file, and goes on after one that cannot be read', async () => {
    const people = await plant('people.csv', 'id,email\n1,ann@x.example\n2,\n3,ann@x.example\n');
    const outcome = await runHere(['analyze', '--json', 'missing.csv', people], folder);
    expect(outcome.code).toBe(2);
    const [missing, found] = linesOf(outcome.stdout);
    expect(missing).toEqual({ file: 'missing.csv', error: expect.stringContaining('does not exist') });
    expect(found?.tables?.[0]).toMatchObject({
      rows: 3,
      columns: [{}, { type: 'email', filled: 2, valid: 2, distinct: 1 }],
    });
  });

  it('keeps the tables of a file apart', async () => {
    const dump =
      "CREATE TABLE `users` (`id` int, `email` varchar(99));\nINSERT INTO `users` VALUES (1,'a@x.example'),(2,'b@x.example');\n" +
      "CREATE TABLE `log` (`ip` varchar(40));\nINSERT INTO `log` VALUES ('192.0.2.7'),('192.0.2.8'),('192.0.2.9');\n";
    const [file] = await analysed(await plant('dump.sql', dump));
    expect(file?.format).toBe('mysql');
    expect(file?.tables?.map(({ name, rows, columns }) => [name, rows, columns.at(-1)?.type])).toEqual([
      ['users', 2, 'email'],
      ['log', 3, 'ip'],
    ]);
  });

  it('knows a column that comes late in the file', async () => {
    const records = Array.from({ length: 9000 }, (_, n) => ({ n, ...(n > 8990 ? { email: `u${n}@x.example` } : {}) }));
    const [file] = await analysed(
      await plant('late.ndjson', records.map((record) => JSON.stringify(record)).join('\n')),
    );
    expect(file?.tables?.[0]?.columns).toMatchObject([
      { header: 'n', filled: 9000 },
      { header: 'email', type: 'email', filled: 9, valid: 9, distinct: 9 },
    ]);
  });

  it('prints a readable table that shows no value', async () => {
    const outcome = await runHere(
      ['analyze', await plant('a.csv', '邮箱,n\nann@x.example,1\nbob@x.example,2\n')],
      folder,
    );
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('E-mail');
    expect(outcome.stdout).toContain('2 rows');
    expect(outcome.stdout).not.toContain('ann@');
  });

  it('sets what the listing claims beside what the file shows', async () => {
    const listing = await plant(
      'post.txt',
      'Selling database of shop.example, China\nRecords: 2 million\nFields: name, phone, e-mail\nPrice: 500 USD',
    );
    const { code, stdout } = await runHere(['analyze', '--json', '--listing', listing, demo], folder);
    expect(code).toBe(0);
    const [table] = linesOf(stdout)[0]?.tables ?? [];
    expect(table?.checks.find(({ id }) => id === 'claim-size')?.text).toContain('2,000,000');
    expect(table?.exposure).toMatchObject({
      types: expect.arrayContaining([
        expect.objectContaining({ type: 'full-name', claimed: true, filled: 496 }),
        expect.objectContaining({ type: 'email', claimed: true, filled: 0 }),
        expect.objectContaining({ type: 'price', claimed: false, filled: 496 }),
      ]),
      combinations: {
        rows: 496,
        kept: expect.arrayContaining([expect.objectContaining({ risks: expect.any(Array) })]),
      },
      severity: {
        severity: { score: 3, band: 'high' },
        inputs: {
          identification: { value: 1 },
          intent: { value: 0.5, reasons: [expect.stringContaining('for sale')] },
        },
      },
    });
  });

  it('refuses a listing that is no text, before it reads anything', async () => {
    const binary = await plant('post.bin', 'a\0b');
    for (const [listing, words] of [
      [binary, 'binary'],
      ['missing.txt', 'does not exist'],
      [await plant('blank.txt', ' \n'), 'no text'],
    ] as const) {
      const outcome = await runHere(['analyze', '--listing', listing, demo], folder);
      expect(outcome).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(words) });
    }
  });

  it('hides both ends of a range that are values of somebody', async () => {
    const phones = await plant('phones.csv', '手机,金额\n13812345678,12.5\n13998765432,7\n15011112222,99\n');
    const { stdout } = await runHere(['analyze', '--json', phones], folder);
    expect(stdout).not.toMatch(/13812345678|15011112222/);
    expect(linesOf(stdout)[0]?.tables?.[0]?.columns).toMatchObject([
      { type: 'mobile', evidence: { range: { least: '138****5678', greatest: '150****2222' } } },
      { type: 'price', evidence: { range: { least: '7', greatest: '99' } } },
    ]);
  });

  it('says in the readable table too whether the rows look real, what speaks against it first', async () => {
    const { stdout } = await runHere(['analyze', demo], folder);
    expect(stdout).toMatch(/Is it real\? Proposed: Likely fabricated, F5/);
    expect(stdout).toMatch(/Checks: fail 4, warn 2, pass 9, not run 10/);
    expect(stdout.indexOf('Fail  Mobile prefixes')).toBeGreaterThan(0);
    expect(stdout.indexOf('Fail  Mobile prefixes')).toBeLessThan(stdout.indexOf('Pass  Repeated rows'));
    expect(stdout).toMatch(/Not run: .*Seller/);
  });

  it('refuses what it cannot use with a sentence', async () => {
    expect(await runHere(['analyze'], folder)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('at least one file'),
    });
    expect(await runHere(['analyze', '--table', 'x', 'a.csv'], folder)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no option'),
    });
  });
});
