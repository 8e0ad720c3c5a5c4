import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CaseId } from '#shared/domain/case.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { kindFigureText } from '#shared/expose/kind-figure.ts';
import { personFigureText } from '#shared/expose/person-figure.ts';
import { CountSamples } from '../../../renderer/features/exposure/count-samples.tsx';
import { ExposureTab } from '../../../renderer/features/exposure/exposure-tab.tsx';
import { ImportPanel } from '../../../renderer/features/import/import-panel.tsx';
import { SampleGrid } from '../../../renderer/features/sample/sample-grid.tsx';
import { startSampleWorker } from '../../../renderer/platform/sample-worker.ts';
import { annotationsOfSample } from '../../../renderer/storage/annotations.ts';
import { eventsOf } from '../../../renderer/storage/audit-events.ts';
import { createCase } from '../../../renderer/storage/cases.ts';
import { samplesOf } from '../../../renderer/storage/samples.ts';
import { Frame } from '../../../renderer/ui/frame/frame.tsx';
import { freshVault } from '../open-vault.ts';
import { axeFindings, show } from '../show.tsx';
import { blockFiles, removeBlockFiles } from '../workers/block-files.ts';
import { fileOf } from '../workers/synthetic.ts';

// Made-up people and numbers.
const csv = [
  'realname,mobile,pay_amount',
  ...['张三,13812345678,29.90', '李四,13912345679,19.00', '王芳,13712345670,8.50', 'only,two'],
  ...['赵云,15812345671,8.50', '钱多,15912345672,8.50', '孙美,18612345673,8.50'],
].join('\n');
const all = { kind: 'all' } as const;
const slow = { timeout: 10_000 };
const ignore = (): void => undefined;
let caseId: CaseId;

beforeEach(async () => {
  const { blockKey } = await freshVault();
  await startSampleWorker(blockKey);
  await removeBlockFiles();
  caseId = (await createCase('Alleged leak of a made-up shop')).id;
});

/** Drops a file on the place that offers to take it. */
function drop(file: File): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const place = page.getByRole('region', { name: 'Drop a sample here' }).element();
  place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

async function importedSample(): Promise<Sample> {
  const shown = await show(<ImportPanel caseId={caseId} offering openSample={ignore} />);
  drop(fileOf(csv, 'orders.csv'));
  await expect.element(page.getByRole('button', { name: 'Import', exact: true })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/^6 rows of “orders.csv” are stored\. 1 could not be read/)).toBeVisible();
  await shown.unmount();
  const [sample] = await samplesOf(caseId);
  if (sample === undefined) {
    throw new Error('The sample was not kept.');
  }
  return sample;
}

function inFrame(work: ReactNode): ReactNode {
  return (
    <Frame rail={null} statusLine={null} panelWidth={320} onPanelWidth={() => undefined}>
      {work}
    </Frame>
  );
}

describe('a file that is dropped on a case', () => {
  it('comes in, and its outcome can be put away', async () => {
    await importedSample();
    await show(<ImportPanel caseId={caseId} offering={false} openSample={ignore} />);
    await page.getByRole('button', { name: 'Put away' }).click();
    await expect.element(page.getByText(/are stored/)).not.toBeInTheDocument();
    expect(await blockFiles()).toHaveLength(1);
  });

  it('is refused with a reason when it is no table, and nothing of it is kept', async () => {
    await show(<ImportPanel caseId={caseId} offering openSample={ignore} />);
    drop(fileOf('', 'empty.csv'));
    await expect.element(page.getByRole('alert')).toHaveTextContent(/empty\.csv/);
    expect(await samplesOf(caseId)).toEqual([]);
    expect(await blockFiles()).toEqual([]);
  });
});

describe('the rows of a sample', () => {
  const mobile = page.getByText('13912345679', { exact: true });

  async function openGrid(): Promise<void> {
    const sample = await importedSample();
    await show(inFrame(<SampleGrid sample={sample} view={all} showAll={ignore} reread={ignore} />));
    await expect.poll(() => document.querySelector('[row-index="1"] [col-id="1"]')?.textContent, slow).toMatch(/\d/);
  }

  function cell(row: number, column: number): ReturnType<typeof page.elementLocator> {
    return page.elementLocator(document.querySelector(`[row-index="${row}"] [col-id="${column}"]`) ?? document.body);
  }

  it('are masked until a key reveals one cell, which is written down; Escape masks it again', async () => {
    await openGrid();
    await expect.element(mobile).not.toBeInTheDocument();
    await cell(1, 1).click();
    await userEvent.keyboard('r');
    await expect.element(mobile.first()).toBeVisible();
    expect((await eventsOf(caseId)).at(0)?.action).toMatchObject({ kind: 'cell-revealed', row: 1, column: 1 });
    await userEvent.keyboard('{Escape}');
    await expect.element(mobile).not.toBeInTheDocument();
  });

  it('keep an own verdict on a column until Ctrl+Z takes it back', async () => {
    await openGrid();
    await page.getByRole('button', { name: /^mobile/ }).click();
    const holds = page.getByRole('combobox', { name: 'Holds' });
    await holds.fill('E-mail');
    await page.getByRole('option', { name: /E-mail address/ }).click();
    await expect.element(page.getByText('You set this. Detected: Mobile number.')).toBeVisible();
    const [sample] = await samplesOf(caseId);
    await expect
      .poll(async () => (sample === undefined ? [] : annotationsOfSample(sample.id)))
      .toMatchObject([{ column: 1, fieldType: 'email' }]);
    await page.getByRole('button', { name: /^mobile/ }).click();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(page.getByText(/You set this/)).not.toBeInTheDocument();
  });

  it('leave the records that are no rows to be seen, masked', async () => {
    await openGrid();
    await page.getByRole('button', { name: '1 rejected' }).click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog).toHaveTextContent('fewer cells than the table has columns');
    await expect.element(dialog).not.toHaveTextContent('only,two');
    await page.getByRole('button', { name: 'Reveal (logged)' }).click();
    await expect.element(dialog).toHaveTextContent('only,two');
    expect((await eventsOf(caseId)).at(0)?.action).toMatchObject({ kind: 'rejected-row-revealed', line: 5 });
  });
});

describe('the exposure of a sample', () => {
  it('opens the rows behind a figure and behind a bar', async () => {
    const sample = await importedSample();
    const opened: string[] = [];
    await show(
      inFrame(
        <>
          <CountSamples />
          <ExposureTab
            caseId={caseId}
            openKinds={(id, figure) => void opened.push(`${id} ${kindFigureText(figure)}`)}
            mayLeave={async () => true}
            openPersons={(id, figure) => void opened.push(`${id} ${personFigureText(figure)}`)}
            openRows={(...asked) => void opened.push(asked.join(' '))}
          />
        </>,
      ),
    );
    const row = page.getByRole('row', { name: /^Mobile number/ });
    await expect.element(row).toHaveTextContent('Mobile numberno666');
    await row.getByRole('button').nth(1).click();
    await page
      .getByRole('button', { name: /Rows with a value, / })
      .first()
      .click();
    expect(opened[0]).toBe(`${sample.id} mobile valid`);
    expect(opened[1]).toMatch(/ filled$/);
    expect(await axeFindings()).toEqual([]);

    await page.getByRole('tab', { name: 'People' }).click();
    await page
      .getByRole('button', { name: /: Persons, / })
      .first()
      .click();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await page.getByRole('button', { name: 'Show the numbers' }).click();
    await page.getByRole('button', { name: /^Country, China, Persons: / }).click();
    const people = ['key.phone', 'country.CN', 'country.CN'];
    expect(opened.slice(2)).toEqual(people.map((figure) => `${sample.id} ${figure}`));
    expect(await axeFindings()).toEqual([]);

    await page.getByRole('tab', { name: 'Combinations' }).click();
    await page.getByRole('button', { name: /^Phone: / }).click();
    await page.getByRole('button', { name: /^Kind of data, Phone, Rows: / }).click();
    expect(opened.slice(5)).toEqual([`${sample.id} with.phone`, `${sample.id} with.phone`]);
    expect(await axeFindings()).toEqual([]);
  });
});
