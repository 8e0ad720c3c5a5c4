import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleWorker, startSampleWorker } from '../../../renderer/platform/sample-worker.ts';
import { damage } from './block-files.ts';
import { freshWorker, type Imported, importWhole, openImported } from './imported.ts';
import { syntheticSample } from './synthetic.ts';

const all = { kind: 'all' } as const;
let sample: Imported;

beforeEach(async () => {
  await freshWorker();
  sample = await importWhole(syntheticSample({ rows: 9000 }).file);
});

/** Where a chunk of a block lies in the file. */
function placeOf(block: number, column: number): { readonly offset: number; readonly byteLength: number } {
  const place = sample.table.blocks[block]?.chunks[column];
  if (place === undefined) {
    throw new Error(`There is no chunk for block ${block}, column ${column}.`);
  }
  return place;
}

describe('a block file that was changed', () => {
  it('is refused where a byte was turned, and read where none was', async () => {
    const { offset, byteLength } = placeOf(1, 2);
    await damage(sample.id, (bytes) => {
      const at = offset + Math.floor(byteLength / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    });
    await openImported(sample);
    await expect(sampleWorker().revealCell(sample.id, 8192, 2)).rejects.toThrow();
    await expect(sampleWorker().readRows(sample.id, all, 8190, 8200)).rejects.toThrow();
    expect(await sampleWorker().readRows(sample.id, all, 0, 10)).toHaveLength(10);
    expect(await sampleWorker().revealCell(sample.id, 8192, 1)).not.toBe('');
  });

  it('is refused where two chunks have changed places', async () => {
    const [one, two] = [placeOf(0, 2), placeOf(0, 4)];
    const { table } = sample;
    const swapped = table.blocks.map((block, at) =>
      at === 0 ? { ...block, chunks: block.chunks.with(2, two).with(4, one) } : block,
    );
    await openImported({ ...sample, table: { ...table, blocks: swapped } });
    await expect(sampleWorker().revealCell(sample.id, 0, 2)).rejects.toThrow();
    expect(await sampleWorker().revealCell(sample.id, 0, 3)).toBeDefined();
  });

  it('is refused where it was cut off, and says where', async () => {
    const { offset } = placeOf(1, 0);
    await damage(sample.id, (bytes) => bytes.slice(0, offset + 5));
    await openImported(sample);
    await expect(sampleWorker().revealCell(sample.id, 8192, 0)).rejects.toThrow(`ends at byte ${offset + 5}`);
    expect(await sampleWorker().revealCell(sample.id, 0, 0)).not.toBe('');
  });

  it('is refused under the key of another vault', async () => {
    const other = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    await startSampleWorker(other);
    // The file is free a moment after the worker that held it was ended.
    await vi.waitFor(() => openImported(sample), 10_000);
    await expect(sampleWorker().revealCell(sample.id, 0, 0)).rejects.toThrow();
  });
});
