import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/domain/case.ts';
import { dialectSchema } from '#shared/domain/dialect.ts';
import { sha256Schema } from '#shared/domain/evidence.ts';
import { type Sample, sampleIdSchema } from '#shared/domain/sample.ts';
import { effectiveTypes } from '#shared/expose/effective-types.ts';
import { packId } from '#shared/packs/field-types.ts';
import { annotateColumn, annotationsOfSample } from '../../../renderer/storage/annotations.ts';
import { eventsOf } from '../../../renderer/storage/audit-events.ts';
import { createCase } from '../../../renderer/storage/cases.ts';
import { newId } from '../../../renderer/storage/clock-and-ids.ts';
import { evidenceOf } from '../../../renderer/storage/evidence.ts';
import {
  allSampleIds,
  blocksOf,
  commitImport,
  type FinishedImport,
  recordRejectedReveal,
  recordReveal,
  samplesOf,
} from '../../../renderer/storage/samples.ts';
import { detectionEvidence } from '../../fixtures/detection-evidence.ts';
import { recountOf } from '../../fixtures/recount.ts';
import { freshVault } from '../open-vault.ts';
import { forgeRow, rawRows, rawRowsOf, readableInDatabase } from '../raw-database.ts';

const mobile = packId('mobile');
const landline = packId('landline');
const blockCount = 600;
let caseId: CaseId;

/** An import as the worker hands it over: two columns, and more blocks than one record of the directory holds. Made up. */
function finished(): FinishedImport {
  const evidence = detectionEvidence(9, 8, 0.1);
  const detection = { confidence: 0.9, runnerUp: null, evidence };
  const place = { offset: 0, byteLength: 40 };
  const blocks = Array.from({ length: blockCount }, (_, block) => ({
    ...{ block, firstRow: block * 8192, rows: 8192 },
    chunks: [place, { ...place, offset: 40 + block }],
  }));
  const table = {
    ...{ id: newId(sampleIdSchema), table: '', rows: blockCount * 8192, rejected: 3, blocks },
    basis: { kind: 'whole' },
    fingerprints: null,
    columns: [
      { header: 'realname', detection: { ...detection, fieldType: packId('full-name') } },
      { header: 'phone_of_buyer', detection: { ...detection, fieldType: mobile } },
    ],
    combinations: null,
    persons: null,
    profiles: [
      {
        ...{ fieldType: mobile, columns: [1], rows: blockCount * 8192, filled: 9, valid: 8, masked: 1 },
        ...{ distinct: 7, distinctIsEstimate: false },
      },
    ],
    rejectedBatches: [{ first: 0, count: 3, place }],
  } as const;
  return {
    ...{ caseId, tables: [table], reasons: ['Commas part 2 cells in every record.'] },
    dialect: dialectSchema.parse({ format: 'csv', encoding: 'utf-8', separator: ',', hasHeader: true }),
    file: {
      name: 'orders.csv',
      byteLength: 999,
      sha256: sha256Schema.parse('a'.repeat(64)),
      bundled: false,
      original: null,
    },
  };
}

/** Commits an import that must give one sample. */
async function committed(): Promise<Sample> {
  const [sample] = await commitImport(finished());
  if (sample === undefined) {
    throw new Error('Nothing was committed.');
  }
  return sample;
}

beforeEach(async () => {
  await freshVault();
  caseId = (await createCase('Alleged leak of a made-up shop')).id;
});

describe('a finished import', () => {
  it('is kept as sample, evidence, directory and trail', async () => {
    const given = finished();
    const [sample] = await commitImport(given);
    const [table] = given.tables;
    expect(await samplesOf(caseId)).toEqual([sample]);
    expect(await allSampleIds()).toEqual([sample?.id]);
    expect(await evidenceOf(caseId)).toMatchObject([{ id: sample?.evidenceId, kind: 'sample-file', text: null }]);
    expect(sample === undefined ? [] : await blocksOf(sample.id)).toEqual(table?.blocks);
    expect((await eventsOf(caseId)).at(0)?.action).toMatchObject({ kind: 'sample-imported', rows: table?.rows });
  });

  it('of a dump gives a sample for each of its tables, and one piece of evidence', async () => {
    const given = finished();
    const tables = ['users', 'orders'].flatMap((table) =>
      given.tables.map((facts) => ({ ...facts, id: newId(sampleIdSchema), table })),
    );
    const made = await commitImport({ ...given, tables });
    expect(made.map(({ name }) => name)).toEqual(['users · orders.csv', 'orders · orders.csv']);
    expect(new Set(made.map(({ evidenceId }) => evidenceId)).size).toBe(1);
    expect(await evidenceOf(caseId)).toHaveLength(1);
  });

  it('writes its directory in few records, and no header or file name in clear', async () => {
    await commitImport(finished());
    expect(await rawRowsOf('blocks')).toHaveLength(Math.ceil(blockCount / 256));
    expect(await readableInDatabase(['phone_of_buyer', 'orders.csv', 'a'.repeat(64), 'full-name'])).toEqual([]);
  });

  it('is kept whole or not at all', async () => {
    const [row] = await rawRowsOf('cases');
    // With its case beyond reading, the step fails after sample and directory were written.
    await forgeRow('cases', { ...row, revision: 9 });
    const before = await rawRows();
    await expect(commitImport(finished())).rejects.toThrow();
    expect(await rawRows()).toEqual(before);
    expect(await allSampleIds()).toEqual([]);
  });
});

describe('a column whose type the analyst sets', () => {
  let sample: Sample;
  const counts = { rows: blockCount * 8192, filled: 9, valid: 2, masked: 0, distinct: 7 };
  const counted = [{ fieldType: landline, columns: [1], ...counts, distinctIsEstimate: false }];

  beforeEach(async () => {
    sample = await committed();
    await annotateColumn({
      sample,
      column: 1,
      from: mobile,
      to: landline,
      counted: recountOf([mobile, landline], counted),
    });
  });

  it('has that type from then on, and the detection stays as it was', async () => {
    const annotations = await annotationsOfSample(sample.id);
    const [now] = await samplesOf(caseId);
    expect(effectiveTypes(sample, annotations)).toEqual(['full-name', 'landline']);
    expect(now?.columns).toEqual(sample.columns);
    expect(now?.profiles).toEqual(counted);
  });

  it('keeps one verdict, however often it changes', async () => {
    const back = recountOf([mobile, landline], sample.profiles ?? []);
    await annotateColumn({ sample, column: 1, from: landline, to: mobile, counted: back });
    expect(await annotationsOfSample(sample.id)).toMatchObject([{ column: 1, fieldType: mobile, revision: 2 }]);
    expect((await samplesOf(caseId)).at(0)?.profiles).toEqual(sample.profiles);
  });

  it('has each change written down with what it was before', async () => {
    expect((await eventsOf(caseId)).at(0)?.action).toMatchObject({
      ...{ kind: 'column-annotated', column: 1, header: 'phone_of_buyer', from: mobile, to: landline },
    });
  });
});

describe('a value that was shown', () => {
  it('is written down by its place', async () => {
    const sample = await committed();
    await recordReveal(sample, 41, 1);
    await recordRejectedReveal(sample, 17);
    expect((await eventsOf(caseId)).slice(0, 2).map(({ action }) => action)).toEqual([
      { kind: 'rejected-row-revealed', sampleId: sample.id, line: 17 },
      { kind: 'cell-revealed', sampleId: sample.id, row: 41, column: 1, header: 'phone_of_buyer' },
    ]);
  });
});
