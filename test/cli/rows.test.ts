import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../fixtures/random.ts';
import { rowsByFile, rowsOf, runCli, runHere, summariesOf, summaryOf } from './run-cli.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leakdesk-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function plant(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}

/** Bytes above ASCII in no order: text of no encoding. */
function noise(length: number): Uint8Array {
  const random = createRandom(7);
  return Uint8Array.from({ length }, () => 128 + random.below(128));
}

function rows(...words: readonly string[]) {
  return runHere(['rows', ...words], folder);
}

const people = 'id,name,email\n1,Ann,ann@x.example\n2,"Bo, ""B""",\n3,torn\n4,Cy,cy@x.example\n';
const peopleRows = [
  ['1', 'Ann', 'ann@x.example'],
  ['2', 'Bo, "B"', ''],
  ['4', 'Cy', 'cy@x.example'],
];

describe('rows of one file', () => {
  it('prints the rows without the header, and what the file came to in the last line', async () => {
    const outcome = await runCli(['rows', await plant('people.csv', people)], { folder });
    expect(rowsOf(outcome)).toEqual(peopleRows);
    expect(outcome.stderr.trimEnd().split('\n')).toHaveLength(1);
    const columns = ['id', 'name', 'email'];
    expect(summaryOf(outcome)).toEqual({
      ...{ rows: 3, rejected: 1, format: 'csv', encoding: 'utf-8', delimiter: ',', header: true, columns },
      tables: [{ name: '', rows: 3, columns }],
    });
    expect(outcome.code).toBe(0);
  });

  it('takes the word of the command line for header and separator', async () => {
    const file = await plant('bars.csv', 'a;1|b\nc;2|d\n');
    const semicolons = await rows(file, '--delimiter', ';', '--header', 'no');
    expect(rowsOf(semicolons)).toEqual([
      ['a', '1|b'],
      ['c', '2|d'],
    ]);
    expect(summaryOf(semicolons)).toMatchObject({ delimiter: ';', header: false, columns: ['', ''] });
    const bars = await rows(file, '--delimiter=|', '--header', 'yes');
    expect(rowsOf(bars)).toEqual([['c;2', 'd']]);
    expect(summaryOf(bars)).toMatchObject({ delimiter: '|', header: true, columns: ['a;1', 'b'] });
  });

  it.each([['tab'], ['\\t'], ['\t']])('takes a tab written as %j', async (tab) => {
    const outcome = await rows(await plant('tabs.tsv', 'id\tname, first\n1\tx, y\n'), '--delimiter', tab);
    expect(rowsOf(outcome)).toContainEqual(['1', 'x, y']);
    expect(summaryOf(outcome).delimiter).toBe('\t');
  });

  it('knows encodings and formats by their usual names', async () => {
    const gbk = Uint8Array.from([...Buffer.from('id\tname\n1\t'), 0xd6, 0xd0, 0xce, 0xc4, 0x0a]);
    const outcome = await rows(await plant('gbk.txt', gbk), '--encoding', 'GBK', '--format', 'tsv', '--header', 'yes');
    expect(rowsOf(outcome)).toEqual([['1', '中文']]);
    expect(summaryOf(outcome)).toMatchObject({ format: 'csv', encoding: 'gb18030', delimiter: '\t' });
    const cyrillic = await plant(
      'cyrillic.csv',
      Uint8Array.from([...Buffer.from('id,name\n1,'), 0xcc, 0xe8, 0xf0, 10]),
    );
    expect(rowsOf(await rows(cyrillic, '--encoding', 'cp1251', '--header', 'yes'))).toEqual([['1', 'Мир']]);
  });

  it('limits what it prints, not what it counts', async () => {
    const file = await plant('many.csv', `id,name\n${'7,x\n'.repeat(5000)}`);
    const outcome = await rows(file, '--limit', '3');
    expect(rowsOf(outcome)).toEqual(Array.from({ length: 3 }, () => ['7', 'x']));
    expect(summaryOf(outcome).rows).toBe(5000);
    const none = await rows(file, '--limit', '0');
    expect(none.stdout).toBe('');
    expect(summaryOf(none).rows).toBe(5000);
  });

  it('prints a header alone as no rows', async () => {
    const outcome = await rows(await plant('bare.csv', 'id,name\n'), '--header', 'yes');
    expect(outcome).toMatchObject({ code: 0, stdout: '' });
    expect(summaryOf(outcome)).toMatchObject({ rows: 0, rejected: 0, columns: ['id', 'name'] });
  });

  it('rejects a line too long for a record and reads on', async () => {
    const file = await plant('huge.csv', `id,name\n1,${'x'.repeat(3 << 20)}\n2,y\n`);
    const outcome = await rows(file, '--delimiter', ',', '--header', 'yes');
    expect(rowsOf(outcome)).toEqual([['2', 'y']]);
    expect(summaryOf(outcome)).toMatchObject({ rows: 1, rejected: 1 });
  });

  it('reads the standard input under the name -', async () => {
    const outcome = await runCli(['rows', '-'], { input: Buffer.from(people) });
    expect(rowsOf(outcome)).toEqual(peopleRows);
    expect(summaryOf(outcome)).toMatchObject({ rows: 3, rejected: 1 });
  });
});

describe('an archive of several files', () => {
  it('is read by the file that --member names, and says that there are others', async () => {
    const archive = zipSync({
      'notes.txt': Buffer.from('some words\n'.repeat(9)),
      'a/people.csv': Buffer.from(people),
    });
    const file = await plant('several.zip', archive);
    const guessed = await rows(file);
    expect(rowsOf(guessed)).toEqual(peopleRows);
    expect(guessed.stderr).toMatch(/^The archive holds 2 files. One is read at a time: “a\/people.csv”.\n\{/);
    expect(summaryOf(await rows(file, '--member', 'notes.txt'))).toMatchObject({ rows: 9, format: 'text' });
    const missing = await rows(file, '--member', 'b.csv');
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toMatch(/holds no file “b.csv”, but “notes.txt”, “a\/people.csv”/);
  });
});

describe('a dump of several tables', () => {
  const dump = [
    ...['-- MySQL dump 10.13', 'CREATE TABLE audit (id int);', 'CREATE TABLE users (id int, mail text);'],
    ...["INSERT INTO users VALUES (1,'a'),(2,'b');", "INSERT INTO users SET id=3, mail='c';"],
    ...["INSERT INTO posts VALUES (1,'x');", 'CREATE TABLE pay (id int, card text);'],
    ...["INSERT INTO pay VALUES (1,'4111','x'),(2,'4222','y');", ''],
  ].join('\n');

  it.each([['users'], ['posts']])('has each record as a row of a table or as rejected, printing %s', async (table) => {
    const { rejected, tables, ...printed } = summaryOf(
      await rows(await plant('several.sql', dump), ...(table === 'users' ? [] : ['--table', table])),
    );
    expect(printed.rows).toBe(table === 'users' ? 2 : 1);
    expect(Object.fromEntries(tables.map(({ name, rows: own }) => [name, own]))).toEqual({
      ...{ audit: 0, users: 2, pay: 0, posts: 1 },
    });
    expect(rejected).toBe(3);
  });
});

describe('what cannot be read ends with code 2 and a sentence', () => {
  it.each([
    ['a file that does not exist', 'missing.csv', null, /“missing.csv” does not exist/],
    ['an empty file', 'empty.csv', new Uint8Array(), /“empty.csv” is empty/],
    ['blank space', 'blank.csv', Buffer.from(' \n\n'), /“blank.csv”/],
    ['bytes that are no text', 'noise.bin', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7) % 32), /is not text/],
    ['characters of no language', 'latin.bin', noise(3000), /“latin.bin”/],
    ['a file of NULs', 'nuls.bin', new Uint8Array(4096), /is not text/],
    [
      'a picture',
      'picture.png',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]),
      /a PNG picture/,
    ],
  ])('%s', async (_, name, content, sentence) => {
    if (content !== null) {
      await plant(name, content);
    }
    const outcome = await rows(name);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(sentence);
    expect(outcome.stderr).not.toContain('    at ');
  });

  it('a folder', async () => {
    await mkdir(join(folder, 'dir'), { recursive: true });
    const outcome = await rows('dir');
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/“dir” is a folder/);
  });

  it('a table that is not in it', async () => {
    const outcome = await rows(await plant('single.csv', people), '--table', 'users');
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/one table without a name/);
  });
});

describe('several files', () => {
  it('have their name in each row and a summary each; one that fails does not stop the others', async () => {
    const first = await plant('first.csv', people);
    const second = await plant('second.tsv', 'id\tname\n9\tZoe\n8\tYan\n');
    const outcome = await rows(first, 'gone.csv', await plant('void.csv', ''), second);
    expect(outcome.code).toBe(2);
    expect([...rowsByFile(outcome)]).toEqual([
      [first, peopleRows],
      [
        second,
        [
          ['9', 'Zoe'],
          ['8', 'Yan'],
        ],
      ],
    ]);
    const [one, gone, empty, two] = summariesOf(outcome);
    expect(one).toMatchObject({ file: first, rows: 3, rejected: 1, delimiter: ',' });
    expect(gone).toMatchObject({ file: 'gone.csv', error: expect.stringMatching(/does not exist/) });
    expect(empty).toMatchObject({ file: 'void.csv', error: expect.stringMatching(/is empty/) });
    expect(two).toMatchObject({ file: second, rows: 2, delimiter: '\t' });
  });

  it('may be a thousand', async () => {
    const names = await Promise.all(Array.from({ length: 1000 }, (_, at) => plant(`n${at}.csv`, `id,name\n${at},x\n`)));
    const outcome = await runCli(['rows', '--header', 'yes', ...names], { folder });
    expect(outcome.code).toBe(0);
    expect(rowsByFile(outcome).get('n777.csv')).toEqual([['777', 'x']]);
    expect(summariesOf(outcome)).toHaveLength(1000);
  });
});

describe('what is called wrongly ends with code 2 and says what could be said', () => {
  it.each([
    [['rows'], /Name at least one file/],
    [['rowz', 'a.csv'], /no command “rowz”/],
    [['rows', 'a.csv', '--encoding', 'klingon'], /no encoding “klingon” here. The encodings are utf-8, .*koi8-r/],
    [['rows', 'a.csv', '--format', 'tape'], /no format “tape” here. The formats are csv, .*tsv, sql/],
    [['rows', 'a.csv', '--header', 'maybe'], /yes or no/],
    [['rows', 'a.csv', '--limit', 'all'], /number of rows/],
    [['rows', 'a.csv', '--delimiter', ''], /one to 8 characters/],
    [['rows', 'a.csv', '--colour', 'red'], /no option --colour. The options are --encoding/],
    [['rows', 'a.csv', '--limit'], /--limit needs a value/],
  ])('%j', async (words, sentence) => {
    const outcome = await runHere(words, folder);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(sentence);
  });

  it('says how it is called when it is called with nothing', async () => {
    const outcome = await runCli([]);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toMatch(/rows FILE/);
  });
});

describe('a reader that goes away', () => {
  it('ends the command quietly with 0, long before the file is read', async () => {
    const file = await plant('long.csv', `id,name\n${'1234567890,abcdefghij\n'.repeat(500_000)}`);
    const program = resolve(import.meta.dirname, '../../scripts/cli.mjs');
    const child = spawn(process.execPath, [program, 'rows', join(folder, file)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((ended) => child.once('close', ended));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
