import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeEcommerceSample } from '../fixtures/write-sample.ts';

/** The generated file that everything of one run reads, and a folder for what the peers write. */
export type SampleFile = {
  readonly path: string;
  readonly folder: string;
  readonly rows: number;
  readonly bytes: number;
  readonly remove: () => Promise<void>;
};

/**
 * Writes the file. It is SYNTHETIC: orders of a made-up shop, 8 columns; some 8 % of the rows hold a quoted cell, none is
 * ragged, so that every tool finds the same rows.
 */
export async function writeSampleFile(rows: number): Promise<SampleFile> {
  const folder = await mkdtemp(join(tmpdir(), 'leakdesk-bench-'));
  const path = join(folder, 'orders.csv');
  const bytes = await writeEcommerceSample(path, { rows, seed: 99, quirks: true, ragged: false });
  return { path, folder, rows, bytes, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** What the run measured on, for a heading. */
export function describeFile({ rows, bytes }: SampleFile): string {
  return `${rows.toLocaleString('en')} rows × 8 columns, ${(bytes / 1e6).toFixed(1)} MB`;
}
