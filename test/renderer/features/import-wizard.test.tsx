import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CaseId } from '#shared/domain/case.ts';
import { packId } from '#shared/packs/field-types.ts';
import { ImportPanel } from '../../../renderer/features/import/import-panel.tsx';
import { summariseImport } from '../../../renderer/features/import/outcome-sentences.ts';
import { TablePicker } from '../../../renderer/features/import/table-picker.tsx';
import { startSampleWorker } from '../../../renderer/platform/sample-worker.ts';
import { eventsOf } from '../../../renderer/storage/audit-events.ts';
import { createCase } from '../../../renderer/storage/cases.ts';
import { evidenceOf } from '../../../renderer/storage/evidence.ts';
import { samplesOf } from '../../../renderer/storage/samples.ts';
import { Frame } from '../../../renderer/ui/frame/frame.tsx';
import { freshVault } from '../open-vault.ts';
import { axeFindings, show } from '../show.tsx';
import { removeBlockFiles } from '../workers/block-files.ts';
import { fileOf } from '../workers/synthetic.ts';

// Made-up people and numbers.
const csv = ['realname~mobile', '张三~13812345678', '李四~13912345679', 'no separator here'].join('\n');
let caseId: CaseId;
const opened: string[] = [];

beforeEach(async () => {
  const { blockKey } = await freshVault();
  await startSampleWorker(blockKey);
  await removeBlockFiles();
  caseId = (await createCase('Alleged leak of a made-up shop')).id;
  opened.length = 0;
});

async function showPanel(): Promise<void> {
  await show(
    <Frame rail={null} statusLine={null} panelWidth={320} onPanelWidth={() => undefined}>
      <ImportPanel caseId={caseId} offering openSample={(id) => opened.push(id)} />
    </Frame>,
  );
}

async function drop(file: File): Promise<void> {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const place = page.getByRole('region', { name: 'Drop a sample here' });
  await expect.element(place).toBeVisible();
  place.element().dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  await expect.element(page.getByRole('region', { name: 'Preview' })).toBeVisible();
}

async function choose(field: string, option: RegExp | string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

const preview = page.getByRole('region', { name: 'Preview' });
const importButton = page.getByRole('button', { name: /^Import( again)?$/ });

describe('the import wizard', () => {
  it('redraws the preview on an option, imports what it shows and remembers the choice', async () => {
    await showPanel();
    await drop(fileOf(csv, 'list-1.csv'));
    await expect.element(page.getByText('Format: Plain text')).toBeVisible();
    await choose('Format', 'Delimited text (CSV, TSV)');
    await expect.element(preview).toHaveTextContent('column 1');
    await choose('Separator', 'another…');
    await page.getByRole('textbox', { name: 'Separator, as in the file' }).fill('~');
    await expect.element(preview).toHaveTextContent('138****5678');
    await expect.element(page.getByText('Separator: “~”')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await importButton.click();
    await expect.element(page.getByText(/^2 rows of “list-1.csv” are stored\. 1 could not be read/)).toBeVisible();
    expect((await samplesOf(caseId)).at(0)?.dialect).toMatchObject({ separator: '~', hasHeader: true });
    await drop(fileOf(csv.replaceAll('张三', '王五'), 'list-2.csv'));
    await expect.element(page.getByText(/remembered from the last file named like “list-#.csv”/)).toBeVisible();
    await expect.element(preview).toHaveTextContent('138****5678');
    await page.getByRole('button', { name: 'Use the guess instead' }).click();
    await expect.element(page.getByText('Format: Plain text')).toBeVisible();
    await page.getByRole('button', { name: 'Back' }).click();
    await expect.element(page.getByRole('region', { name: 'Drop a sample here' })).toBeVisible();
  });

  it('shows the last of many quick changes', async () => {
    await showPanel();
    await drop(fileOf('a;b,c\n1;2,3\n4;5,6\n', 'quick.csv'));
    for (const name of [/semicolon/, /comma/, /vertical bar/, /semicolon/]) {
      await choose('Separator', name);
    }
    await expect.element(page.getByText('Separator: semicolon ( ; )')).toBeVisible();
    await expect.element(preview).toHaveTextContent('b,c');
    await page.getByRole('button', { name: 'Back' }).click();
  });

  it('keeps values masked until asked, and writes the reveal down', async () => {
    await showPanel();
    await drop(fileOf('realname,mobile\n张三,13812345678\n', 'people.csv'));
    await expect.element(preview).toHaveTextContent('138****5678');
    await page.getByRole('button', { name: 'Show in clear (logged)' }).click();
    await expect.element(preview).toHaveTextContent('13812345678');
    expect((await eventsOf(caseId)).at(0)?.action).toEqual({ kind: 'preview-revealed', name: 'people.csv' });
    await page.getByRole('button', { name: 'Mask again' }).click();
    await expect.element(preview).not.toHaveTextContent('13812345678');
    await page.getByRole('button', { name: 'Back' }).click();
  });

  it('shows what would be rejected, and the worst rows', async () => {
    await showPanel();
    await drop(fileOf('a,b\n1,2\n3\n5,锟斤拷\n', 'flawed.csv'));
    await page.getByRole('tab', { name: 'Rejected (1)' }).click();
    await expect.element(preview).toHaveTextContent('has fewer cells than the table has columns');
    await page.getByRole('tab', { name: 'Worst rows (2)' }).click();
    await expect.element(preview).toHaveTextContent('“b” shows signs of a wrong encoding');
    await choose('Short rows', 'fill up');
    await expect.element(page.getByRole('tab', { name: 'Rejected (0)' })).toBeVisible();
    await page.getByRole('tab', { name: 'First rows' }).click();
    await expect.element(page.getByText('null', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Back' }).click();
  });

  it('recognises bytes that are there, opens their sample or imports them again', async () => {
    await showPanel();
    const text = 'realname,mobile\n张三,13812345678\n李四,13812345679\n';
    await drop(fileOf(text, 'first.csv'));
    await importButton.click();
    await expect.element(page.getByText(/are stored/)).toBeVisible();
    await drop(fileOf(text, 'second.csv'));
    await expect.element(page.getByText(/same bytes \(SHA-256\) as “first.csv”/)).toBeVisible();
    await page.getByRole('button', { name: 'Open the sample that is there' }).click();
    expect(opened).toEqual((await samplesOf(caseId)).map(({ id }) => id));
    await drop(fileOf(text, 'second.csv'));
    await choose('Header', 'none');
    await page.getByRole('button', { name: 'Import again' }).click();
    await expect.element(page.getByText(/^3 rows of “second.csv” are stored/)).toBeVisible();
    expect(await samplesOf(caseId)).toHaveLength(2);
    expect(await evidenceOf(caseId)).toHaveLength(1);
  });

  it('is left by Escape, and by nothing that was not chosen', async () => {
    await showPanel();
    await drop(fileOf('a,b\n1,2\n', 'plain.csv'));
    await expect.element(importButton).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('region', { name: 'Drop a sample here' })).toBeVisible();
    expect(await samplesOf(caseId)).toEqual([]);
  });
});

describe('the tables of a dump', () => {
  it('are ticked one by one, and with those that come later', async () => {
    const column = { header: { text: 'mail', masked: false }, fieldType: packId('email') };
    const tables = ['users', 'logs'].map((name) => ({
      ...{ name, columns: [column], hasNames: true, rows: [], rowsSeen: 7, rejectedSeen: 0 },
    }));
    const chosen: unknown[] = [];
    await show(
      <TablePicker
        tables={tables}
        isWhole={false}
        choice={{ leftOut: [], withLater: true }}
        choose={(choice) => chosen.push(choice)}
        shown="users"
        show={(name) => opened.push(name)}
        lookFurther={() => opened.push('further')}
      />,
    );
    await expect.element(page.getByText('7 rows seen, 1 column: mail').first()).toBeVisible();
    await page.getByRole('checkbox', { name: 'Import logs' }).click();
    await page.getByRole('checkbox', { name: 'Also tables found later in the file' }).click();
    await page.getByRole('button', { name: 'logs', exact: true }).click();
    await page.getByRole('button', { name: 'Look further for tables' }).click();
    expect(chosen).toEqual([
      { leftOut: ['logs'], withLater: true },
      { leftOut: [], withLater: false },
    ]);
    expect(opened).toEqual(['logs', 'further']);
    expect(await axeFindings()).toEqual([]);
  });
});

describe('the outcome in words', () => {
  const whole = { kind: 'whole' } as const;
  const table = { table: '', rows: 5, rejected: 0, basis: whole, endsInsideQuote: null, notes: [] };
  const profiled = { ...table, rows: 100_000, basis: { kind: 'profiled' as const, rowsRead: 12_000_000, seed: 3 } };

  it.each([
    [[table], '5 rows of “x.sql” are stored.'],
    [
      [{ ...table, table: 'users', rows: 1, rejected: 2 }],
      '1 row of table “users” of “x.sql” is stored. 2 could not be read as rows; each is kept with its line and reason.',
    ],
    [
      [
        { ...table, table: 'users' },
        { ...table, table: 'logs', rows: 1_000 },
      ],
      '1,005 rows of 2 tables of “x.sql” are stored: users (5), logs (1,000).',
    ],
    [[{ ...table, notes: ['It is cut off.'] }], '5 rows of “x.sql” are stored. It is cut off.'],
    [[profiled], 'Counted all 12,000,000 rows of “x.sql”; a random selection of 100,000 is stored.'],
    [
      [
        { ...table, table: 'users' },
        { ...profiled, table: 'logs' },
      ],
      '5 rows of 1 table of “x.sql” are stored: users (5). Counted all 12,000,000 rows of table “logs” of “x.sql”; a random selection of 100,000 is stored.',
    ],
  ])('of %j', (tables, sentence) => {
    expect(summariseImport('x.sql', { tables, rowless: [] })).toBe(sentence);
  });

  it.each([
    [[{ table: 'pay', rejected: 2 }], 'No row of table “pay” (2) could be read: its rejected records are'],
    [
      [
        { table: 'pay', rejected: 2 },
        { table: 'log', rejected: 1_000 },
      ],
      'No row of tables “pay” (2), “log” (1,000) could be read: their rejected records are',
    ],
  ])('names tables without a row, as of %j', (rowless, sentence) => {
    const tables = [
      { ...table, table: 'users', rejected: 1_003 },
      { ...table, table: 'posts' },
    ];
    expect(summariseImport('x.sql', { tables, rowless })).toBe(
      `10 rows of 2 tables of “x.sql” are stored: users (5), posts (5). 1,003 could not be read as rows; each is kept with its line and reason. ${sentence} kept with table “users”.`,
    );
  });
});
