import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CaseId } from '#shared/domain/case.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { PurgeRows } from '../../../renderer/features/sample/purge-rows.tsx';
import { SeenBefore } from '../../../renderer/features/sample/seen-before.tsx';
import { outcomesAsCsv } from '../../../renderer/features/search/look-up-outcome.ts';
import { SearchPage } from '../../../renderer/features/search/search-page.tsx';
import { sampleWorker, startSampleWorker } from '../../../renderer/platform/sample-worker.ts';
import { eventsOf } from '../../../renderer/storage/audit-events.ts';
import { createCase } from '../../../renderer/storage/cases.ts';
import { purgedSampleIds } from '../../../renderer/storage/purge.ts';
import { blocksOf, samplesOf } from '../../../renderer/storage/samples.ts';
import { freshVault } from '../open-vault.ts';
import { readableInDatabase } from '../raw-database.ts';
import { axeFindings, show } from '../show.tsx';
import { storedSample } from '../stored-sample.ts';
import { blockFiles, removeBlockFiles } from '../workers/block-files.ts';
import { fileOf } from '../workers/synthetic.ts';

// Made-up people and numbers.
const csv = [
  'realname,mobile,email',
  ...['张三,13812345678,anna@example.com', '李四,13912345679,bob@example.com', '王芳,13712345670,carl@example.org'],
].join('\n');
let caseId: CaseId;

function storedPeople(): Promise<Sample> {
  return storedSample(caseId, fileOf(csv, 'people.csv'));
}

beforeEach(async () => {
  const { blockKey, fingerprintSecret } = await freshVault();
  await startSampleWorker(blockKey, fingerprintSecret);
  await removeBlockFiles();
  caseId = (await createCase('Alleged leak of a made-up shop')).id;
});

const status = page.getByRole('status');

async function search(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Search for' }).fill(text);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
}

describe('the search screen', () => {
  it('says what to do while there is no sample', async () => {
    await show(<SearchPage showRows={() => undefined} />);
    await expect.element(page.getByText('There is nothing to search in yet')).toBeVisible();
  });

  it('finds rows, shows hits masked, and opens the rows behind them', async () => {
    const sample = await storedPeople();
    const opened: string[] = [];
    await show(<SearchPage showRows={({ id }, searchId) => void opened.push(id, searchId)} />);
    await search('example.com');
    await expect.element(status).toHaveTextContent(/^2 rows in 1 sample/);
    const hits = page.getByRole('region', { name: 'people.csv' });
    await expect.element(hits).toHaveTextContent('a***@example.com');
    await expect.element(hits).not.toHaveTextContent('anna@');
    await expect.element(page.getByRole('heading', { name: 'Alleged leak of a made-up shop' })).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await userEvent.keyboard('j{Enter}');
    expect(opened[0]).toBe(sample.id);
    const view = { kind: 'search', searchId: opened[1] ?? '' } as const;
    const { id, rows, rejectedBatches } = sample;
    const columnTypes = sample.columns.map(({ detection }) => detection.fieldType);
    await sampleWorker().open({ id, rows, columnTypes, rejectedBatches, blocks: await blocksOf(id) });
    expect(await sampleWorker().countRows(id, view)).toBe(2);
  });

  it('begins in its field; Escape leaves the field, then the screen', async () => {
    await storedPeople();
    await show(<SearchPage showRows={() => undefined} />);
    const field = page.getByRole('textbox', { name: 'Search for' });
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(field).not.toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(window.location.hash).toBe('#/cases');
  });

  it('says so when nothing is found, and why a pattern is refused', async () => {
    await storedPeople();
    await show(<SearchPage showRows={() => undefined} />);
    await search('nowhere-to-be-found');
    await expect.element(status).toHaveTextContent(/^No row in 1 sample/);
    await page.getByText('Pattern', { exact: true }).click();
    await search('.*');
    await expect.element(page.getByRole('alert')).toHaveTextContent('would find every cell there is');
  });

  it('writes the words of a search nowhere', async () => {
    await storedPeople();
    await show(<SearchPage showRows={() => undefined} />);
    await search('sensitive-words-4711');
    await expect.element(status).toHaveTextContent(/^No row/);
    expect(await readableInDatabase(['sensitive-words-4711'])).toEqual([]);
    expect(window.location.href).not.toContain('4711');
    expect(JSON.stringify(await eventsOf(caseId))).not.toContain('4711');
  });
});

describe('a list that is looked up', () => {
  async function lookUp(list: string): Promise<void> {
    await page.getByRole('tab', { name: 'Look up a list' }).click();
    await page.getByRole('textbox', { name: 'Or paste it' }).fill(list);
    await page.getByRole('button', { name: 'Look up', exact: true }).click();
  }

  it('tells of each value where it was found', async () => {
    await storedPeople();
    await show(<SearchPage showRows={() => undefined} />);
    await lookUp('+86 138 1234 5678\nexample.org\n13000000000');
    await expect.element(status).toHaveTextContent(/^2 of 3 values found/);
    const values = page.getByRole('table', { name: 'Values' });
    await expect.element(values.getByRole('row', { name: /138 1234 5678/ })).toHaveTextContent('1 row');
    await expect.element(values.getByRole('row', { name: /example\.org/ })).toHaveTextContent('people.csv');
    await expect.element(values.getByRole('row', { name: /13000000000/ })).toHaveTextContent('Not found');
    expect(await axeFindings()).toEqual([]);
  });

  it('is answered from fingerprints once the rows are purged', async () => {
    const sample = await storedPeople();
    const shown = await show(<PurgeRows sample={sample} isOpen close={() => undefined} />);
    await page.getByRole('button', { name: 'Purge the rows' }).click();
    await vi.waitFor(async () => expect(await blockFiles()).toEqual([`${sample.id}.fingerprints`]));
    await shown.unmount();
    const [purged] = await samplesOf(caseId);
    expect(purged).toMatchObject({ rows: 3, rejectedBatches: [] });
    expect(purged?.purgedAt).not.toBeNull();
    expect(await blocksOf(sample.id)).toEqual([]);
    expect(await purgedSampleIds()).toEqual([sample.id]);
    expect((await eventsOf(caseId))[0]?.action).toMatchObject({ kind: 'sample-purged', rows: 3 });

    await show(<SearchPage showRows={() => undefined} />);
    await lookUp('13912345679\n13000000000');
    await expect.element(status).toHaveTextContent(/^1 of 2 values found/);
    const row = page.getByRole('row', { name: /13912345679/ });
    await expect.element(row).toHaveTextContent('probably contained');
    await expect.element(page.getByText(/would pass by chance/)).toBeVisible();
    expect(await readableInDatabase(['13912345679'])).toEqual([]);
  });
});

describe('a sample that was seen before', () => {
  it('is named with the share of rows and values that it has in common', async () => {
    await storedPeople();
    const second = await storedPeople();
    await show(<SeenBefore sample={second} />);
    await page.getByRole('button', { name: 'Seen before?' }).click();
    const row = page.getByRole('row', { name: /people\.csv/ });
    await expect.element(row).toHaveTextContent(/this case.*100\.0 %.*Mobile number 100\.0 %/);
    expect(await axeFindings()).toEqual([]);
  });
});

describe('the outcome of a look-up as a file', () => {
  it('holds what the analyst gave, and of the sample only its name and counts', async () => {
    const sample = await storedPeople();
    const named = { sample, caseTitle: 'A case', columnTypes: [] };
    const outcomes = [
      { value: '=13812345678', places: [{ named, rows: 2 }] },
      { value: 'b', places: [{ named, rows: null }] },
      { value: 'c', places: [] },
    ];
    expect(outcomesAsCsv(outcomes, true).split('\r\n')).toEqual([
      '\ufeffvalue,outcome,case,sample,rows',
      "'=13812345678,found,A case,people.csv,2",
      'b,probably contained,A case,people.csv,',
      'c,not found,,,',
      '',
    ]);
  });
});
