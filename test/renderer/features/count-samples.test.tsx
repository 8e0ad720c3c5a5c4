import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { CaseId } from '#shared/domain/case.ts';
import { sha256Schema } from '#shared/domain/evidence.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import { packId } from '#shared/packs/field-types.ts';
import { StatusLine } from '../../../renderer/app/status-line.tsx';
import { CountSamples } from '../../../renderer/features/exposure/count-samples.tsx';
import { ExposureTab } from '../../../renderer/features/exposure/exposure-tab.tsx';
import { sampleWorker, startSampleWorker } from '../../../renderer/platform/sample-worker.ts';
import { annotateColumn } from '../../../renderer/storage/annotations.ts';
import { createCase } from '../../../renderer/storage/cases.ts';
import { deleteSample } from '../../../renderer/storage/sample-deletion.ts';
import { commitImport, samplesOf } from '../../../renderer/storage/samples.ts';
import { shapedColumns } from '../../fixtures/shaped-columns.ts';
import { freshVault } from '../open-vault.ts';
import { axeFindings, show } from '../show.tsx';
import { blockFiles, removeBlockFiles } from '../workers/block-files.ts';
import { attempt } from '../workers/imported.ts';
import { syntheticSample } from '../workers/synthetic.ts';

const ignore = (): void => undefined;
const patience = { timeout: 20_000 };
const few = 3_000;
let caseId: CaseId;

beforeEach(async () => {
  const { blockKey, fingerprintSecret } = await freshVault();
  await startSampleWorker(blockKey, fingerprintSecret);
  await removeBlockFiles();
  caseId = (await createCase('Alleged leak of a made-up shop')).id;
});

/** Keeps a sample as an import leaves it: stored, and not counted yet. */
async function stored(rows = few): Promise<Sample> {
  const { file } = syntheticSample({ rows });
  const outcome = await attempt(file);
  if (!outcome.ok) {
    throw new Error('The file was refused.');
  }
  const { dialect, byteLength, tables } = outcome.value;
  const sha256 = sha256Schema.parse('0'.repeat(64));
  const received = { name: 'orders.csv', byteLength, sha256, bundled: false, original: null };
  const [sample] = await commitImport({ caseId, dialect, reasons: [], tables, file: received });
  if (sample === undefined) {
    throw new Error('The sample was not kept.');
  }
  return sample;
}

function exposure(): ReactNode {
  const ways = { openRows: ignore, openKinds: ignore, openPersons: ignore, mayLeave: async () => true };
  return <ExposureTab caseId={caseId} {...ways} />;
}

async function current(): Promise<Sample | undefined> {
  return (await samplesOf(caseId))[0];
}

function wholeCount(types: readonly FieldTypeId[]) {
  const { rows } = syntheticSample({ rows: few }).table;
  const profiler = createProfiler(types);
  profiler.addBlock(rows.length, shapedColumns(types.map((_, column) => rows.map((cells) => cells[column] ?? ''))));
  const byType = profiler.profiles().toSorted((a, b) => a.fieldType.localeCompare(b.fieldType));
  return { profiles: byType, combinations: profiler.combinations() };
}

async function kept() {
  const sample = await current();
  const profiles = sample?.profiles?.toSorted((a, b) => a.fieldType.localeCompare(b.fieldType));
  return { profiles, combinations: sample?.combinations };
}

describe('a sample that was just stored', () => {
  it('has no figures and no fingerprints until its rows are counted, and then those of all of them', async () => {
    const sample = await stored();
    expect(sample).toMatchObject({ profiles: null, combinations: null, persons: null, fingerprints: null });
    expect(await blockFiles()).toEqual([sample.id]);
    await show(<CountSamples />);
    const types = sample.columns.map(({ detection }) => detection.fieldType);
    await expect.poll(kept, patience).toEqual(wholeCount(types));
    const counted = await current();
    expect(counted?.columns.map(({ profile }) => profile?.filled)).not.toContain(undefined);
    expect(counted?.fingerprints).not.toBeNull();
    expect(await blockFiles()).toEqual([sample.id, `${sample.id}.fingerprints`]);
  });

  it('is counted by the verdict on a column that came first', async () => {
    const sample = await stored();
    const types = sample.columns.map(({ detection }) => detection.fieldType);
    const [from, to] = [types[5] ?? packId('username'), packId('nickname')];
    await annotateColumn({ sample, column: 5, from, to, counted: null });
    await show(<CountSamples />);
    await expect.poll(kept, patience).toEqual(wholeCount(types.with(5, to)));
  });

  it('shows in its exposure that it is being counted, and its figures once they are there', async () => {
    window.location.hash = '#/?part=fields';
    await stored();
    await show(exposure());
    await expect.element(page.getByText(/^Every row of “orders.csv” is being counted/)).toBeVisible();
    await page.getByRole('tab', { name: 'Law' }).click();
    await expect.element(page.getByRole('button', { name: 'Set facts…' })).toBeVisible();
    await page.getByRole('tab', { name: 'Fields' }).click();
    expect(await axeFindings()).toEqual([]);
    await show(<CountSamples />);
    await expect.element(page.getByRole('table', { name: 'Exposure by field type' }), patience).toBeVisible();
  });

  it('can be left uncounted, and counted when it is asked for', async () => {
    await stored(40_000);
    await show(<StatusLine />);
    await show(<CountSamples />);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await show(exposure());
    await expect.element(page.getByText(/^Counting “orders.csv” was stopped/)).toBeVisible();
    expect(await current()).toMatchObject({ profiles: null, fingerprints: null });
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: 'Count now' }).click();
    await expect.poll(async () => (await current())?.profiles, patience).not.toBeNull();
  });

  it('may be deleted while it is counted', async () => {
    const sample = await stored(40_000);
    await show(<StatusLine />);
    await show(<CountSamples />);
    await expect.element(page.getByText(/^Counting orders.csv/)).toBeVisible();
    await deleteSample(sample);
    await sampleWorker().discard(sample.id);
    await expect.element(page.getByText(/^Counting orders.csv/), patience).not.toBeInTheDocument();
    expect(await blockFiles()).toEqual([]);
    expect(await samplesOf(caseId)).toEqual([]);
  });
});
