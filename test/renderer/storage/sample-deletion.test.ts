import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/domain/case.ts';
import { dialectSchema } from '#shared/domain/dialect.ts';
import { sha256Schema } from '#shared/domain/evidence.ts';
import { type Sample, sampleIdSchema } from '#shared/domain/sample.ts';
import { packId } from '#shared/packs/field-types.ts';
import { annotateColumn, annotationsOfSample } from '../../../renderer/storage/annotations.ts';
import { eventsOf } from '../../../renderer/storage/audit-events.ts';
import { createCase } from '../../../renderer/storage/cases.ts';
import { newId } from '../../../renderer/storage/clock-and-ids.ts';
import { evidenceOf } from '../../../renderer/storage/evidence.ts';
import { deleteSample, replaceSample } from '../../../renderer/storage/sample-deletion.ts';
import {
  allSampleIds,
  blocksOf,
  commitImport,
  type FinishedImport,
  samplesOf,
} from '../../../renderer/storage/samples.ts';
import { rememberedReading, rememberReading } from '../../../renderer/storage/settings.ts';
import { detectionEvidence } from '../../fixtures/detection-evidence.ts';
import { recountOf } from '../../fixtures/recount.ts';
import { freshVault } from '../open-vault.ts';
import { rawRowsOf, readableInDatabase } from '../raw-database.ts';

const mobile = packId('mobile');
const landline = packId('landline');
/** Five million rows. */
const blockCount = Math.ceil(5_000_000 / 8192);
let caseId: CaseId;

function finished(headers: readonly string[], table = ''): FinishedImport {
  const evidence = detectionEvidence(9, 8, 0.1);
  const detection = { fieldType: mobile, confidence: 0.9, runnerUp: null, evidence };
  const place = { offset: 0, byteLength: 40 };
  const blocks = Array.from({ length: blockCount }, (_, block) => ({
    ...{ block, firstRow: block * 8192, rows: 8192, chunks: headers.map(() => place) },
  }));
  return {
    ...{ caseId, reasons: [], dialect: dialectSchema.parse({ format: 'csv', encoding: 'utf-8', hasHeader: true }) },
    file: {
      name: 'orders.csv',
      byteLength: 9,
      sha256: sha256Schema.parse('b'.repeat(64)),
      bundled: false,
      original: null,
    },
    tables: [
      {
        ...{ id: newId(sampleIdSchema), table, basis: { kind: 'whole' }, rows: blockCount * 8192, rejected: 0, blocks },
        ...{
          columns: headers.map((header) => ({ header, detection })),
          profiles: [],
          combinations: null,
          persons: null,
          rejectedBatches: [],
        },
      },
    ],
  };
}

async function imported(headers: readonly string[], table = ''): Promise<Sample> {
  const [sample] = await commitImport(finished(headers, table));
  if (sample === undefined) {
    throw new Error('Nothing was kept.');
  }
  return sample;
}

beforeEach(async () => {
  await freshVault();
  caseId = (await createCase('Alleged leak of a made-up shop')).id;
});

describe('a deleted sample', () => {
  it('leaves no record but its history and the signs of its deletion', async () => {
    const sample = await imported(['tel']);
    await annotateColumn({ sample, column: 0, from: mobile, to: landline, counted: recountOf() });
    await deleteSample(sample);
    expect([await samplesOf(caseId), await blocksOf(sample.id), await annotationsOfSample(sample.id)]).toEqual([
      [],
      [],
      [],
    ]);
    expect(await evidenceOf(caseId)).toEqual([]);
    expect((await eventsOf(caseId)).at(0)?.action).toMatchObject({
      ...{ kind: 'sample-deleted', name: 'orders.csv', rows: blockCount * 8192, replaced: false },
    });
    const gone = (await rawRowsOf('tombstones')).map(({ table }) => table);
    expect([...new Set(gone)].toSorted()).toEqual(['annotations', 'blocks', 'evidence', 'samples']);
  });

  it('leaves the evidence as long as another sample was read from it', async () => {
    const first = await imported(['tel'], 'users');
    const second = await imported(['tel'], 'orders');
    expect(await evidenceOf(caseId)).toHaveLength(1);
    await deleteSample(first);
    expect(await evidenceOf(caseId)).toMatchObject([{ id: second.evidenceId }]);
    await deleteSample(second);
    expect(await evidenceOf(caseId)).toEqual([]);
  });

  it('of five million rows is gone within a second', async () => {
    const sample = await imported(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
    const before = performance.now();
    await deleteSample(sample);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe('a sample read anew', () => {
  it('stands in the place of the old one, with the verdicts on columns of the same names', async () => {
    const old = await imported(['name', 'tel', 'note']);
    await annotateColumn({ sample: old, column: 1, from: mobile, to: landline, counted: recountOf() });
    await annotateColumn({ sample: old, column: 2, from: mobile, to: landline, counted: recountOf() });
    const [made] = await replaceSample(old, finished(['tel', 'name']));
    expect(await allSampleIds()).toEqual([made?.id]);
    expect(await evidenceOf(caseId)).toMatchObject([{ id: old.evidenceId }]);
    expect(await annotationsOfSample(made?.id ?? old.id)).toMatchObject([{ column: 0, fieldType: landline }]);
    expect((await eventsOf(caseId)).slice(0, 2).map(({ action }) => action.kind)).toEqual([
      'sample-deleted',
      'sample-imported',
    ]);
  });
});

describe('the options of a source', () => {
  it('are remembered, replaced and forgotten, and never in clear', async () => {
    await rememberReading('seller:made-up.csv', { separator: '~', encoding: 'gb18030' });
    await rememberReading('file:orders-#.csv', { hasHeader: false });
    expect(await rememberedReading('seller:made-up.csv')).toEqual({ separator: '~', encoding: 'gb18030' });
    expect(await readableInDatabase(['made-up.csv', 'gb18030'])).toEqual([]);
    await rememberReading('seller:made-up.csv', {});
    expect(await rememberedReading('seller:made-up.csv')).toBeNull();
    expect(await rememberedReading('file:orders-#.csv')).toEqual({ hasHeader: false });
  });
});
