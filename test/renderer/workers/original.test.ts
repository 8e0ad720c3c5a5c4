import { gzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OriginalId } from '#shared/domain/evidence.ts';
import { type ImportProgress, sampleWorker } from '../../../renderer/platform/sample-worker.ts';
import { utf8 } from '../../fixtures/bytes.ts';
import { workbookOf } from '../../fixtures/workbook.ts';
import { latin1Of } from '../search-bytes.ts';
import { blockFiles, damageFile } from './block-files.ts';
import { attempt, freshWorker } from './imported.ts';
import { syntheticSample } from './synthetic.ts';

beforeEach(async () => {
  await freshWorker();
});

const csv = syntheticSample({ rows: 24_000 });

function workbook(): Uint8Array<ArrayBuffer> {
  const rows = Array.from(
    { length: 9_000 },
    (_, n) =>
      `<row r="${n + 1}"><c t="inlineStr"><is><t>user${n}@mail.example</t></is></c><c><v>${n * 7_919}</v></c></row>`,
  );
  return workbookOf({ sheets: [{ name: 'people', rows: rows.join('') }] }).slice();
}

const files: readonly (readonly [string, () => Uint8Array<ArrayBuffer>])[] = [
  ['a.csv', () => csv.bytes],
  ['a.csv.gz', () => gzipSync(csv.bytes).slice()],
  ['two.zip', () => zipSync({ 'a.csv': csv.bytes, 'b.csv': utf8('a,b\n1,2\n') }).slice()],
  ['inner.zip', () => zipSync({ 'a.csv.gz': gzipSync(csv.bytes) }, { level: 0 }).slice()],
  ['a.xlsx', workbook],
];

async function sha256Of(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function kept(name: string, bytes: Uint8Array<ArrayBuffer>, hear?: (progress: ImportProgress) => void) {
  const outcome = await attempt(new File([bytes], name), hear, 'kept', { keepOriginal: true });
  if (!outcome.ok || outcome.value.original === null) {
    throw new Error(`Nothing was kept: ${JSON.stringify(outcome)}`);
  }
  return { ...outcome.value, original: outcome.value.original };
}

function asFile(original: OriginalId, { length }: Uint8Array, name: string) {
  return { original, name, size: length, lastModified: 0 };
}

describe.each(files)('the file %s', (name, make) => {
  it('is known by the SHA-256 of its bytes, kept whole, and can be read anew from what was kept', async () => {
    const bytes = make();
    const told: ImportProgress[] = [];
    const found = await kept(name, bytes, (progress) => told.push(progress));
    const sha256 = await sha256Of(bytes);
    expect(found.sha256).toBe(sha256);
    expect(await blockFiles()).toContain(`${found.original}.original`);
    const again = asFile(found.original, bytes, name);
    expect(await sampleWorker().hashFile('again', again)).toBe(sha256);
    const [table] = found.tables;
    const reread = await attempt(again, undefined, 'again', { keepOriginal: true });
    expect(reread).toMatchObject({
      ok: true,
      value: { sha256, original: null, tables: [{ rows: table?.rows, rejected: table?.rejected }] },
    });
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ bytesRead, totalBytes }) => bytesRead <= totalBytes && totalBytes <= bytes.length)).toBe(true);
    for (const phase of ['hashing', 'reading'] as const) {
      const read = told.filter((progress) => progress.phase === phase).map(({ bytesRead }) => bytesRead);
      expect(read).toEqual(read.toSorted((a, b) => a - b));
    }
  });
});

describe('a kept original', () => {
  it('lies on the disk encrypted, and is refused once a byte of it was turned', async () => {
    const { original } = await kept('a.csv', csv.bytes);
    const sealed = await damageFile(`${original}.original`, (bytes) => {
      bytes[1_200_000] = (bytes[1_200_000] ?? 0) ^ 1;
      return bytes;
    });
    const line = latin1Of(csv.bytes.subarray(2_000, 2_040));
    expect(latin1Of(csv.bytes)).toContain(line);
    expect(latin1Of(sealed)).not.toContain(line);
    await expect(sampleWorker().hashFile('changed', asFile(original, csv.bytes, 'a.csv'))).rejects.toThrow(
      'was changed',
    );
  });

  it('is an orphan once no evidence names it', async () => {
    const { original, tables } = await kept('a.csv', csv.bytes);
    const ids = tables.map(({ id }) => id);
    expect(await sampleWorker().removeOrphans(ids, [], [original])).toBe(0);
    expect(await sampleWorker().removeOrphans(ids, [], [])).toBe(1);
    expect(await blockFiles()).toEqual(ids);
  });

  it('goes with an import that is cancelled, even while it is held', async () => {
    const file = new File([csv.bytes], 'a.csv');
    const worker = sampleWorker();
    let paused = 0;
    const outcome = await attempt(
      file,
      () => {
        paused += 1;
        void worker.pauseImport('held').then(() => setTimeout(() => void worker.cancelImport('held'), 200));
      },
      'held',
      { keepOriginal: true },
    );
    expect(paused).toBe(1);
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(await blockFiles()).toEqual([]);
  });
});
