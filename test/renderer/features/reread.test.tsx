import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { CaseId } from '#shared/domain/case.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { packId } from '#shared/packs/field-types.ts';
import { CountSamples } from '../../../renderer/features/exposure/count-samples.tsx';
import { ImportPanel } from '../../../renderer/features/import/import-panel.tsx';
import { RereadPanel } from '../../../renderer/features/import/reread-panel.tsx';
import { DeleteSample } from '../../../renderer/features/sample/delete-sample.tsx';
import { startSampleWorker } from '../../../renderer/platform/sample-worker.ts';
import { annotateColumn, annotationsOfSample } from '../../../renderer/storage/annotations.ts';
import { createCase } from '../../../renderer/storage/cases.ts';
import { samplesOf } from '../../../renderer/storage/samples.ts';
import { recountOf } from '../../fixtures/recount.ts';
import { freshVault } from '../open-vault.ts';
import { axeFindings, show } from '../show.tsx';
import { blockFiles, removeBlockFiles } from '../workers/block-files.ts';
import { fileOf } from '../workers/synthetic.ts';

// Made-up people and numbers.
const csv = ['realname,mobile,note', '张三,13812345678,x', '李四,13812345679', '王芳,13812345670,y'].join('\n');
const ignore = (): void => undefined;
let caseId: CaseId;

beforeEach(async () => {
  const { blockKey } = await freshVault();
  await startSampleWorker(blockKey);
  await removeBlockFiles();
  caseId = (await createCase('Alleged leak of a made-up shop')).id;
});

async function drop(label: RegExp, file: File): Promise<void> {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const place = page.getByRole('region', { name: label });
  await expect.element(place).toBeVisible();
  place.element().dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

async function imported(): Promise<Sample> {
  const shown = await show(<ImportPanel caseId={caseId} offering openSample={ignore} />);
  await drop(/^Drop a sample/, fileOf(csv, 'orders.csv'));
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect.element(page.getByText(/are stored/)).toBeVisible();
  await shown.unmount();
  const [sample] = await samplesOf(caseId);
  if (sample === undefined) {
    throw new Error('The sample was not kept.');
  }
  return sample;
}

describe('a sample whose file is read anew', () => {
  it('asks for the same bytes, replaces the sample in one step and keeps what was said of its columns', async () => {
    const sample = await imported();
    const change = { sample, column: 2, from: packId('remark'), to: packId('landline'), counted: recountOf() };
    await annotateColumn(change);
    const before = await blockFiles();
    const asking = await show(
      <RereadPanel caseId={caseId} sample={sample} preset={{ shortRows: 'fill' }} done={ignore} />,
    );
    await drop(/^Drop “orders.csv” here again/, fileOf(`${csv}\n`, 'orders.csv'));
    await expect.element(page.getByRole('alert')).toHaveTextContent('That is another file');
    expect(await axeFindings()).toEqual([]);
    await drop(/^Drop “orders.csv” here again/, fileOf(csv, 'renamed.csv'));
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
    await asking.unmount();
    await show(<ImportPanel caseId={caseId} offering openSample={ignore} />);
    await page.getByRole('button', { name: 'Replace the sample' }).click();
    await expect.element(page.getByText(/^3 rows of “renamed.csv” are stored/)).toBeVisible();
    const [made, ...others] = await samplesOf(caseId);
    expect(others).toEqual([]);
    expect(made).toMatchObject({ rows: 3, rejected: 0, evidenceId: sample.evidenceId });
    expect(await annotationsOfSample(made?.id ?? sample.id)).toMatchObject([{ column: 2, fieldType: 'landline' }]);
    expect(await blockFiles()).toHaveLength(1);
    expect(await blockFiles()).not.toEqual(before);
    await show(<CountSamples />);
    const landlines = async (): Promise<unknown> =>
      (await samplesOf(caseId))[0]?.profiles?.find(({ fieldType }) => fieldType === 'landline');
    await expect.poll(landlines).toMatchObject({ filled: 2 });
  });
});

describe('deleting a sample', () => {
  it('asks first, says what goes and what stays, and removes records and file', async () => {
    const sample = await imported();
    await show(<DeleteSample sample={sample} isOpen close={ignore} />);
    const dialog = page.getByRole('dialog');
    await expect.element(dialog).toHaveTextContent('This cannot be undone.');
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: 'Delete 2 rows' }).click();
    await expect.element(page.getByText('“orders.csv” is deleted: 2 rows.')).toBeVisible();
    expect(await samplesOf(caseId)).toEqual([]);
    expect(await blockFiles()).toEqual([]);
  });
});
