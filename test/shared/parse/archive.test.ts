import { gzipSync } from 'node:zlib';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { openArchive } from '#shared/parse/archive.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import { examineFile } from '#shared/parse/examine-file.ts';
import { ParseProblem } from '#shared/parse/outcome.ts';
import { readTables } from '#shared/parse/read-tables.ts';
import { createBombGuard } from '#shared/parse/unpacked-size.ts';
import { sourceOf } from '../../fixtures/byte-source.ts';
import { joined, utf8 } from '../../fixtures/bytes.ts';

const trailerLength = 8;
const onColumns = (): void => undefined;
const csv = utf8('id,name\n1,Ada\n2,Bob\n3,Eve\n');

async function zipped(files: Readonly<Record<string, Uint8Array>>, options: ZipWriterAddDataOptions = {}) {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [path, bytes] of Object.entries(files)) {
    await writer.add(path, new Uint8ArrayReader(bytes), options);
  }
  return writer.close();
}

async function opened(bytes: Uint8Array, name = 'dump.zip') {
  const result = await openArchive(sourceOf(bytes, 65_536, name));
  if (!result.ok || result.value === null) {
    throw new Error(JSON.stringify(result));
  }
  return result.value;
}

async function refusal(bytes: Uint8Array, name = 'dump.zip') {
  const result = await openArchive(sourceOf(bytes, 65_536, name));
  return result.ok ? null : result.error;
}

async function contentOf(source: ByteSource): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of source.chunks()) {
    pieces.push(chunk.slice());
  }
  return joined(pieces);
}

/** Compared as a whole: a matcher would take seconds to walk through megabytes. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.from(a).equals(b);
}

/** Why reading a member fails. */
async function problem(source: ByteSource): Promise<unknown> {
  try {
    await contentOf(source);
  } catch (cause) {
    return cause instanceof ParseProblem ? cause.failure : cause;
  }
  return null;
}

/** A dump whose text hardly shrinks. */
function longText(lines: number): Uint8Array {
  return utf8(Array.from({ length: lines }, (_, n) => `${n},${Math.imul(n, 2_654_435_761) >>> 0}`).join('\n'));
}

describe('a ZIP archive', () => {
  test('lists its files, the largest first, without what systems leave behind', async () => {
    const archive = await opened(
      await zipped({
        'small.csv': utf8('a\n'),
        'folder/': new Uint8Array(0),
        'folder/dump.sql': csv,
        '__MACOSX/folder/._dump.sql': longText(99),
        'folder/.DS_Store': longText(99),
        'folder/empty.txt': new Uint8Array(0),
      }),
    );
    expect(archive.kind).toBe('zip');
    expect(archive.members.map(({ path, byteLength }) => [path, byteLength])).toEqual([
      ['folder/dump.sql', csv.length],
      ['small.csv', 2],
    ]);
    expect(await contentOf(archive.open('folder/dump.sql'))).toEqual(csv);
  });

  test('says how many of its bytes each member takes', async () => {
    const stored = await opened(await zipped({ 'a.csv': csv, 'b.csv': utf8('b\n') }, { level: 0 }));
    expect(stored.members.map(({ packedLength }) => packedLength)).toEqual([csv.length, 2]);
    const long = longText(9999);
    const [packed] = (await opened(await zipped({ 'a.csv': long }, { level: 9 }))).members;
    expect(packed?.packedLength).toBeLessThan(long.length);
    const gzip = gzipSync(csv);
    expect((await opened(gzip)).members).toMatchObject([{ packedLength: gzip.length }]);
  });

  test.each([
    ['stored', { level: 0 }],
    ['deflated', { level: 9 }],
    ['with ZIP64 fields', { zip64: true }],
    ['with data descriptors', { dataDescriptor: true }],
  ])('%s gives its content', async (_, options) => {
    const text = longText(50_000);
    const archive = await opened(await zipped({ 'a.csv': text }, options));
    expect(isSame(await contentOf(archive.open('a.csv')), text)).toBe(true);
  });

  test('can be read at any place, and again', async () => {
    const text = longText(60_000);
    const member = (await opened(zipSync({ 'a.csv': text }))).open('a.csv');
    expect(await member.slice(0, 100)).toEqual(text.slice(0, 100));
    expect(await member.slice(700_000, 700_100)).toEqual(text.slice(700_000, 700_100));
    expect(await member.slice(text.length - 5, text.length + 5)).toEqual(text.slice(-5));
    expect(isSame(await contentOf(member), text)).toBe(true);
  });

  test('can be left in the middle', async () => {
    const member = (await opened(zipSync({ 'a.csv': longText(500_000) }))).open('a.csv');
    for await (const chunk of member.chunks()) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
  });

  test.each(['gb18030', 'utf-8'])('with Chinese names in %s', async (encoding) => {
    const name = encoding === 'utf-8' ? iconv.encode('会员资料.csv', encoding) : iconv.encode('会员资料.csv', encoding);
    const placeholder = 'x'.repeat(name.length);
    const bytes = zipSync({ [placeholder]: csv });
    for (let at = Buffer.from(bytes).indexOf(placeholder); at >= 0; at = Buffer.from(bytes).indexOf(placeholder, at)) {
      bytes.set(name, at);
    }
    expect((await opened(bytes)).members).toMatchObject([{ path: '会员资料.csv', byteLength: csv.length }]);
  });

  test('that is a workbook is none; other documents are named', async () => {
    const workbook = await openArchive(sourceOf(zipSync({ 'xl/workbook.xml': csv, 'x.csv': csv }), 65_536, 'a.xlsx'));
    expect(workbook).toEqual({ ok: true, value: null });
    expect(await refusal(zipSync({ 'xl/workbook.bin': csv }))).toMatchObject({
      what: 'a binary Excel workbook (.xlsb)',
    });
    expect(await refusal(zipSync({ mimetype: csv, 'content.xml': csv }))).toMatchObject({ kind: 'binary' });
    expect(await refusal(zipSync({ 'word/document.xml': csv }))).toMatchObject({ what: 'a Word document' });
  });
});

describe('a ZIP archive is refused', () => {
  test.each(['../up.csv', '/etc/dump.csv', 'C:/dump.csv', 'a/../../b.csv', '..\\up.csv'])(
    'for the name %s',
    async (path) => {
      expect(await refusal(zipSync({ 'good.csv': csv, [path]: csv }))).toEqual({
        kind: 'archive',
        why: 'the name of a file in it leads out of the archive',
      });
    },
  );

  test('for encryption', async () => {
    for (const options of [{ password: 'x' }, { password: 'x', zipCrypto: true }]) {
      expect(await refusal(await zipped({ 'a.csv': csv }, options))).toEqual({
        kind: 'archive',
        why: 'its files are encrypted',
      });
    }
  });

  test('for links', async () => {
    const bytes = await zipped(
      { link: utf8('/etc/passwd') },
      { externalFileAttributes: (0o120777 << 16) >>> 0, versionMadeBy: 0x0314 },
    );
    expect(await refusal(bytes)).toEqual({ kind: 'archive', why: 'it holds a link to another file' });
  });

  test('for having nothing in it', async () => {
    expect(await refusal(zipSync({}))).toEqual({ kind: 'archive', why: 'it holds no file that could be read' });
    expect(await refusal(zipSync({ '__MACOSX/._a': csv }))).toMatchObject({ kind: 'archive' });
  });

  test('for too many files', async () => {
    const files = Object.fromEntries(Array.from({ length: 20_002 }, (_, n) => [`${n}`, new Uint8Array(1)]));
    expect(await refusal(zipSync(files, { level: 0 }))).toEqual({
      kind: 'archive',
      why: 'it holds more than 20,000 files',
    });
  });

  test('for being cut off, wherever', async () => {
    const bytes = zipSync({ 'a.csv': longText(2000), 'b.csv': csv });
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      expect(await refusal(bytes.subarray(0, bytes.length * share))).toMatchObject({ kind: 'archive' });
    }
  });

  test('for overlapping files', async () => {
    const bytes = zipSync({ 'a.csv': longText(500), 'b.csv': longText(500) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const directory = view.getUint32(bytes.length - 6, true);
    // The second entry of the directory is pointed at the first file.
    const second = directory + 46 + 'a.csv'.length;
    view.setUint32(second + 42, 0, true);
    expect(await refusal(bytes)).toEqual({ kind: 'archive', why: 'its files overlap, as in a ZIP bomb' });
  });

  test('by reading when its content is damaged', async () => {
    const bytes = zipSync({ 'a.csv': longText(5000) });
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x55;
    expect(await problem((await opened(bytes)).open('a.csv'))).toMatchObject({ kind: 'archive' });
    const stored = zipSync({ 'a.csv': csv }, { level: 0 });
    stored[40] = (stored[40] ?? 0) ^ 1;
    expect(await problem((await opened(stored)).open('a.csv'))).toEqual({
      kind: 'archive',
      why: 'a file in it does not match its checksum',
    });
  });

  test('by reading when more comes out than is stated', async () => {
    const bytes = zipSync({ 'a.csv': longText(5000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    view.setUint32(view.getUint32(bytes.length - 6, true) + 24, 100, true);
    expect(await problem((await opened(bytes)).open('a.csv'))).toMatchObject({ kind: 'archive' });
  });

  test('whatever the bytes, without throwing anything else', async () => {
    const sound = zipSync({ 'a.csv': csv, 'b/c.csv': csv });
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = sound.slice();
        for (const [at, value] of changes) {
          bytes[at] = value;
        }
        const result = await openArchive(sourceOf(bytes, 65_536, 'x.zip'));
        const archive = result.ok ? result.value : null;
        for (const { path } of archive?.members ?? []) {
          const failure = await problem(archive?.open(path) ?? sourceOf(csv, 65_536, ''));
          expect(failure === null || (typeof failure === 'object' && failure !== null && 'kind' in failure)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a gzip file', () => {
  test('gives its content under its name', async () => {
    const text = longText(100_000);
    const archive = await opened(gzipSync(text), 'dump.csv.gz');
    expect(archive).toMatchObject({ kind: 'gzip', members: [{ path: 'dump.csv', byteLength: text.length }] });
    expect(isSame(await contentOf(archive.open('dump.csv')), text)).toBe(true);
  });

  test('of several members gives all of them', async () => {
    for (const piece of [1, 7, 1000, 65_536]) {
      const parts = [csv, longText(Math.min(20_000, piece * 300)), new Uint8Array(0), utf8('end\n')];
      const bytes = joined(parts.map((part) => gzipSync(part)));
      const archive = await openArchive(sourceOf(bytes, piece, 'a.gz'));
      const content = archive.ok && archive.value !== null ? await contentOf(archive.value.open('a')) : csv;
      expect(isSame(content, joined(parts))).toBe(true);
    }
  });

  test.each([
    ['cut in its head', (bytes: Uint8Array) => bytes.subarray(0, 12)],
    ['with a wrong checksum', (bytes: Uint8Array) => bytes.with(bytes.length - 6, (bytes.at(-6) ?? 0) ^ 1)],
    ['with a wrong length', (bytes: Uint8Array) => bytes.with(bytes.length - 2, (bytes.at(-2) ?? 0) ^ 1)],
    [
      'with a changed byte',
      (bytes: Uint8Array) => bytes.with(bytes.length >> 1, (bytes[bytes.length >> 1] ?? 0) ^ 0x10),
    ],
    ['with something behind it', (bytes: Uint8Array) => joined([bytes, utf8('junk that is no gzip')])],
  ])('%s is refused', async (_, damage) => {
    const archive = await opened(damage(gzipSync(longText(20_000))), 'a.gz');
    expect(await problem(archive.open('a'))).toMatchObject({ kind: 'archive' });
  });

  test('that is cut off anywhere gives what comes before the cut, and says so', async () => {
    const text = longText(1_500);
    const [first, whole] = [gzipSync(csv), gzipSync(text)];
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: whole.length - 1 }),
        fc.integer({ min: 7, max: 20_000 }),
        async (cut, piece) => {
          const bytes = joined([first, whole.subarray(0, whole.length - cut)]);
          const archive = await openArchive(sourceOf(bytes, piece, 'a.gz'));
          if (!archive.ok || archive.value === null) {
            throw new Error('It is a gzip file.');
          }
          const source = archive.value.open('a');
          const found = cut === trailerLength ? null : await contentOf(source).catch(() => null);
          if (found !== null) {
            expect(isSame(found, joined([csv, text]).subarray(0, found.length))).toBe(true);
            expect(source.lost?.()).toMatch(/cut off/);
          }
          // Of a cut within the trailer the whole content is there.
          expect(found?.length ?? 0).toBeGreaterThanOrEqual(cut < trailerLength ? csv.length + text.length : 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('with its checksum cut off is read with a word on that', async () => {
    const source = sourceOf(gzipSync(csv).subarray(0, -6), 65_536, 'people.csv.gz');
    const found = await examineFile(source, {});
    const sink = {
      rowsPerBlock: 9,
      openTable: () => ({ onColumns, onBlock: onColumns, onRejected: onColumns }),
      onStray: onColumns,
    };
    const reading = found.ok ? readTables(source, found.value.dialect, sink) : null;
    let step = await reading?.next();
    while (step?.done === false) {
      step = await reading?.next();
    }
    expect(step?.value).toMatchObject({ ok: true, value: [{ rows: 3, notes: [expect.stringMatching(/cut off/)] }] });
  });

  test('filled up with zeros is whole', async () => {
    const text = longText(1_000);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 7, max: 20_000 }),
        async (zeros, piece) => {
          const bytes = joined([gzipSync(csv), gzipSync(text), new Uint8Array(zeros)]);
          const archive = await openArchive(sourceOf(bytes, piece, 'a.gz'));
          const source = archive.ok ? archive.value?.open('a') : undefined;
          expect(source === undefined || isSame(await contentOf(source), joined([csv, text]))).toBe(true);
          expect(source?.lost?.()).toBe(null);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('may unpack to a hundred times its size', async () => {
    const archive = await opened(gzipSync(new Uint8Array(1 << 20)), 'zeros.gz');
    expect(await contentOf(archive.open('zeros'))).toHaveLength(1 << 20);
  });
});

test('a bomb is what passes both a gigabyte and two hundred times its size', () => {
  const guard = createBombGuard(6_000_000);
  guard(2 ** 30);
  guard(1_200_000_000);
  expect(() => guard(1_200_000_001)).toThrow(ParseProblem);
  expect(() => createBombGuard(10)(2 ** 30)).not.toThrow();
});

describe('what is in an archive is examined', () => {
  test('by its largest file, or the one that was chosen', async () => {
    const bytes = zipSync({ 'a.csv': csv, 'b.tsv': utf8('x\ty\n1\t2\n') });
    const largest = await examineFile(sourceOf(bytes, 65_536, 'd.zip'), {});
    expect(largest).toMatchObject({ ok: true, value: { dialect: { separator: ',', member: 'a.csv' } } });
    const chosen = await examineFile(sourceOf(bytes, 65_536, 'd.zip'), { member: 'b.tsv' });
    expect(chosen).toMatchObject({ ok: true, value: { dialect: { separator: '\t', member: 'b.tsv' } } });
    expect(largest.ok && largest.value.members.map(({ path }) => path)).toEqual(['a.csv', 'b.tsv']);
  });

  test('one archive deep in another, but no deeper', async () => {
    const once = zipSync({ 'a.csv.gz': gzipSync(csv) });
    expect(await examineFile(sourceOf(once, 65_536, 'd.zip'), {})).toMatchObject({
      ok: true,
      value: { dialect: { separator: ',' } },
    });
    const twice = zipSync({ 'b.zip': once });
    expect(await examineFile(sourceOf(twice, 65_536, 'd.zip'), {})).toEqual({
      ok: false,
      error: { kind: 'archive', why: 'it holds archives in archives in archives' },
    });
  });

  test('and refused as a value when it cannot be unpacked', async () => {
    const damaged = gzipSync(longText(9)).subarray(0, 12);
    expect(await examineFile(sourceOf(damaged, 65_536, 'a.gz'), {})).toMatchObject({
      ok: false,
      error: { kind: 'archive' },
    });
    const tar = joined([utf8('dump.csv'.padEnd(257, '\0')), utf8('ustar\0'.padEnd(255, '\0')), csv]);
    expect(await examineFile(sourceOf(gzipSync(tar), 65_536, 'a.tgz'), {})).toMatchObject({
      error: { what: 'a tar archive' },
    });
  });
});

describe('an archive of several files', () => {
  const picture = joined([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), longText(2_000)]);
  const log = (site: string): Uint8Array =>
    utf8(
      `URL: https://${site}.example/\nUsername: ann\nPassword: x1\n===\nURL: https://b.example/\nUsername: bo\nPassword: y2`,
    );
  const about = utf8('IP: 192.0.2.1\nHWID: abc\nThe machine of somebody.\n'.repeat(90));

  async function chosen(files: Readonly<Record<string, Uint8Array>>, member?: string) {
    const found = await examineFile(sourceOf(zipSync({ ...files })), member === undefined ? {} : { member });
    return found.ok ? { member: found.value.dialect.member, format: found.value.dialect.format } : found.error;
  }

  test('is read from the largest that holds a table; what is none and plain text are passed over', async () => {
    const files = { 'pic.png': picture, 'notes.txt': about, 'users.csv': csv };
    expect(await chosen(files)).toEqual({ member: 'users.csv', format: 'csv' });
    expect(await chosen(files, 'notes.txt')).toEqual({ member: 'notes.txt', format: 'text' });
    expect(await chosen({ 'pic.png': picture, 'notes.txt': about })).toEqual({ member: 'notes.txt', format: 'text' });
    expect(await chosen({ 'a.png': picture, 'b.png': picture })).toMatchObject({ what: 'a PNG picture' });
    expect(await chosen(files, 'gone.csv')).toEqual({
      kind: 'archive',
      why: 'it holds no file “gone.csv”, but “pic.png”, “notes.txt”, “users.csv”',
    });
  });

  test('with a log of passwords from many machines gives them all as one', async () => {
    const machines = ['US_1', 'DE_2', 'FR_3'];
    const files = Object.fromEntries(
      machines.flatMap((name) => [
        [`${name}/Passwords.txt`, log(name)],
        [`${name}/UserInformation.txt`, about],
      ]),
    );
    expect(await chosen(files)).toEqual({ member: '*/Passwords.txt', format: 'stealer-log' });
    const archive = await opened(zipSync(files));
    const text = new TextDecoder().decode(await contentOf(archive.open('*/Passwords.txt')));
    expect(text).toBe(machines.map((name) => new TextDecoder().decode(log(name))).join('\n'));
    expect(await chosen(files, 'DE_2/Passwords.txt')).toMatchObject({ member: 'DE_2/Passwords.txt' });
  });

  test('loses no line of files of one name, whatever they end with', async () => {
    const content = fc
      .array(fc.constantFrom('a', 'b,c', ''), { minLength: 1, maxLength: 4 })
      .map((lines) => lines.join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(content, { minLength: 2, maxLength: 5 }), async (contents) => {
        const archive = await openArchive(
          sourceOf(zipSync(Object.fromEntries(contents.map((text, at) => [`${at}/x.txt`, utf8(text)])))),
        );
        const filled = contents.filter((text) => text !== '');
        if (!archive.ok || archive.value === null || filled.length < 2) {
          return;
        }
        const text = new TextDecoder().decode(await contentOf(archive.value.open('*/x.txt')));
        const lines = (all: string): readonly string[] => all.split('\n').filter((line) => line !== '');
        expect(lines(text)).toEqual(filled.flatMap(lines));
      }),
    );
  });
});
