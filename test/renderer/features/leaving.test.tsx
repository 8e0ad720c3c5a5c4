import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Case } from '#shared/domain/case.ts';
import { saveChart } from '../../../renderer/app/save-chart.ts';
import { startSampleWorker } from '../../../renderer/platform/sample-worker.ts';
import { eventsOf } from '../../../renderer/storage/audit-events.ts';
import { createCase } from '../../../renderer/storage/cases.ts';
import { outgoingWords } from '../../../renderer/ui/chart-document/chart-facts.ts';
import type { ChartFile } from '../../../renderer/ui/chart-document/chart-file.ts';
import { freshVault } from '../open-vault.ts';
import { show } from '../show.tsx';
import { storedSample } from '../stored-sample.ts';
import { removeBlockFiles } from '../workers/block-files.ts';
import { fileOf } from '../workers/synthetic.ts';

let of: Case;

beforeEach(async () => {
  const { blockKey } = await freshVault();
  await startSampleWorker(blockKey);
  await removeBlockFiles();
  of = await createCase('Alleged leak');
  await storedSample(of.id, fileOf('realname,mobile\n张三,13812345678\n李四,13912345679\n', 'orders.csv'));
});

/** A chart of a sample with this name. */
function chartOf(name: string): ChartFile {
  const facts = {
    ...{ title: `Persons in ${name}`, n: 'n = 2 rows', asOf: '2026-11-25', marking: 'TLP:RED' },
    ...{ notes: [], given: [name], columns: [], rows: [] },
  };
  const words = outgoingWords(facts, 'persons.csv');
  return { title: facts.title, suggestedName: 'persons.csv', words, form: 'csv', text: '' };
}

describe('a chart that is about to leave', () => {
  it('is stopped where its title holds a value of a sample, says where that stands, and notes no value', async () => {
    await show(<div />);
    await saveChart(of.id)(chartOf('the file of 张三'));
    await expect.element(page.getByText('Held back: it holds values of a sample')).toBeVisible();
    await expect.element(page.getByText('orders.csv, row 1, column “realname”')).toBeVisible();
    const [latest] = (await eventsOf(of.id)).filter(({ action }) => action.kind === 'export-blocked');
    expect(latest?.action).toEqual({ kind: 'export-blocked', what: 'chart', values: 1 });
  });

  it('goes on to ask where to save it where it holds none', async () => {
    // Outside Electron there is nobody to ask.
    await expect(saveChart(of.id)(chartOf('orders.csv'))).rejects.toThrow('outside Leakdesk');
  });
});
