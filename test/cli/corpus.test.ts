import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCorpus } from '../fixtures/corpus/corpus.ts';
import type { CorpusFile } from '../fixtures/corpus/kind.ts';
import { type CliOutcome, type Row, rowsByFile, runCli, summariesOf } from './run-cli.ts';

/* For a deeper search set LEAKDESK_CORPUS to the files of each kind, and LEAKDESK_CORPUS_SEED to try other ones. */
const filesPerKind = Number(process.env['LEAKDESK_CORPUS'] ?? 20);
const seed = Number(process.env['LEAKDESK_CORPUS_SEED'] ?? 20_261_123);

const corpus = makeCorpus(filesPerKind, seed);

describe('the command line on a corpus of made-up files', () => {
  let folder = '';
  let outcome: CliOutcome;
  let rows: Map<string, Row[]>;
  let summaries: ReturnType<typeof summariesOf>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leakdesk-corpus-'));
    await Promise.all(corpus.map(({ name, bytes }) => writeFile(join(folder, name), bytes)));
    outcome = await runCli(['rows', ...corpus.map(({ name }) => name)], { folder });
    rows = rowsByFile(outcome);
    summaries = summariesOf(outcome);
  }, 600_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('reads every file in one start', () => {
    expect(summaries.filter((summary) => 'error' in summary)).toEqual([]);
    expect(outcome.code).toBe(0);
  });

  it.each(corpus.map((file, at): [string, CorpusFile, number] => [file.name, file, at]))(
    'finds what is in %s',
    (name, { expected }, at) => {
      const tables = expected.tables ?? [{ name: '', rows: expected.rows.length }];
      expect(summaries[at]).toMatchObject({
        ...{ file: name, rows: expected.rows.length, rejected: expected.rejected, format: expected.format },
        ...{ encoding: expected.encoding, delimiter: expected.delimiter, columns: expected.columns, tables },
      });
      expect(rows.get(name) ?? []).toEqual(expected.rows);
    },
  );
});
