import { expect, test } from '@playwright/test';
import iconv from 'iconv-lite';
import { workbookOf } from '../../fixtures/workbook.ts';
import { Analyst } from '../analyst.ts';
import { launchLeakdesk, newProfile, type RunningLeakdesk, removeProfile } from '../leakdesk.ts';
import { textsInClear } from '../profile-files.ts';

/** One made-up person stands in all three files. */
const person = { name: '欧阳静怡', mobile: '13812345678', mail: 'jingyi.ouyang@mail.example' };

const prefixes = ['136', '139', '150', '186', '177'];

function mobile(row: number): string {
  return `${prefixes[row % prefixes.length]}${(10_000_000 + row * 7919 * 61).toString().slice(-8)}`;
}

function sqlDump(): Buffer {
  const users = Array.from({ length: 300 }, (_, row) => `(${row + 2},'user ${row}','${mobile(row)}',NULL)`);
  const orders = Array.from({ length: 50 }, (_, row) => `(${row + 1},${row + 2},'19.9${row % 10}')`);
  const sessions = Array.from({ length: 5 }, (_, row) => `(${row + 1},'token-${row}')`);
  return Buffer.from(
    [
      '-- MySQL dump 10.13  Distrib 8.0.33, for Linux (x86_64)',
      'CREATE TABLE `users` (`id` int, `name` varchar(64), `mobile` varchar(20), `email` varchar(128)) ENGINE=InnoDB;',
      `INSERT INTO \`users\` VALUES (1,'${person.name}','${person.mobile}','${person.mail}'),${users.join()};`,
      'CREATE TABLE `orders` (`id` int, `user_id` int, `amount` decimal(10,2)) ENGINE=InnoDB;',
      `INSERT INTO \`orders\` VALUES ${orders.join()};`,
      'CREATE TABLE `sessions` (`id` int, `token` varchar(20)) ENGINE=InnoDB;',
      `INSERT INTO \`sessions\` VALUES ${sessions.join()};`,
      '',
    ].join('\n'),
  );
}

function chineseList(): Buffer {
  const lines = Array.from(
    { length: 200 },
    (_, row) => `王小明----${mobile(row + 1000)}----北京市海淀区中关村大街${row}号`,
  );
  return iconv.encode(
    [`${person.name}----${person.mobile}----上海市浦东新区张江路1号`, ...lines, ''].join('\r\n'),
    'gb18030',
  );
}

function workbook(): Buffer {
  const rows = [
    ['name', 'email'],
    [person.name, person.mail],
    ...Array.from({ length: 20 }, (_, row) => [`member ${row}`, `member${row}@mail.example`]),
  ];
  const cells = rows.map((row) => row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join(''));
  return Buffer.from(
    workbookOf({ sheets: [{ name: 'Members', rows: cells.map((row) => `<row>${row}</row>`).join('') }] }),
  );
}

test.describe
  .serial('any dump', () => {
    let profile = '';
    let desk: RunningLeakdesk;
    let analyst: Analyst;

    test.beforeAll(async () => {
      profile = await newProfile();
      desk = await launchLeakdesk(profile);
      analyst = new Analyst(desk.page);
      await analyst.createVault();
      await analyst.takeInBundledListing();
      await analyst.openTab('Samples');
    });
    test.afterAll(async () => {
      await desk.app.close();
      await removeProfile(profile);
    });

    test('a dump of several tables gives a sample for each that is ticked', async () => {
      const { page } = desk;
      await analyst.openFile({ name: 'shop.sql', mimeType: 'application/sql', buffer: sqlDump() });
      await page.getByRole('checkbox', { name: 'Import sessions' }).uncheck();
      await page.keyboard.press('Control+Enter');
      await expect(
        page.getByText('351 rows of 2 tables of “shop.sql” are stored: users (301), orders (50).'),
      ).toBeVisible();
      await expect(page.getByRole('combobox', { name: 'Sample' })).toHaveValue(/^users/);
      await expect(analyst.cell(1, 3)).toHaveText('null');
      await expect(analyst.cell(0, 2)).toHaveText('138****5678');
    });

    test('a Chinese list is read in its encoding, and a workbook by its sheet', async () => {
      const { page } = desk;
      await page.getByRole('button', { name: 'Import another' }).click();
      await analyst.openFile({ name: 'people.txt', mimeType: 'text/plain', buffer: chineseList() });
      await expect(page.getByText(/^Encoding: GB18030/)).toBeVisible();
      await analyst.importAsGuessed();
      await expect(page.getByText('201 rows of “people.txt” are stored.')).toBeVisible();
      await expect(analyst.cell(0, 0)).toHaveText(/^欧/);
      await page.getByRole('button', { name: 'Import another' }).click();
      await analyst.importFile({ name: 'members.xlsx', mimeType: 'application/octet-stream', buffer: workbook() });
      await expect(page.getByText('21 rows of table “Members” of “members.xlsx” are stored.')).toBeVisible();
    });

    test('a value is found in every sample of the case, and its rows open', async () => {
      const { page } = desk;
      await analyst.search('+86 138 1234 5678', 'Exact value');
      await expect(page.getByText(/^2 rows in 2 samples/)).toBeVisible();
      await page
        .getByRole('region', { name: /^people/ })
        .getByRole('button', { name: 'Show rows' })
        .click();
      await expect(page.getByText('1 of 201 rows')).toBeVisible();
      await expect(analyst.cell(0, 1)).toHaveText('138****5678');
      await analyst.search('jingyi', 'Contains');
      await expect(page.getByText(/^2 rows in 2 samples/)).toBeVisible();
    });

    test('a purged sample is still asked for a list; a deleted one is not', async () => {
      const { page } = desk;
      await analyst.lookUp([person.mobile, person.mail, '13700000000']);
      await expect(page.getByText(/^2 of 3 values found/)).toBeVisible();
      await analyst.goTo('Cases');
      await page.getByRole('link', { name: /Alleged/ }).click();
      await analyst.openTab('Samples');
      await analyst.chooseSample('Members');
      await analyst.remove('Delete sample…', /^Delete/);
      await analyst.chooseSample('people');
      await analyst.remove('Purge rows…', /^Purge/);
      await expect(page.getByText(/^The rows were purged/)).toBeVisible();
      await analyst.search('jingyi', 'Contains');
      await expect(page.getByText(/^1 row in 1 sample/)).toBeVisible();
      await expect(page.getByText(/^1 sample without rows \(purged\) was left out/)).toBeVisible();
      await analyst.lookUp([person.mobile, person.mail, '13700000000']);
      const line = (value: string): ReturnType<typeof page.getByRole> => page.getByRole('row', { name: value });
      await expect(line(person.mobile)).toContainText(/people\.txt .*: probably contained/);
      await expect(line(person.mail)).not.toContainText('members.xlsx');
      await expect(line('13700000000')).toContainText('Not found');
    });

    test('no value of any of them lies in the profile in clear', async () => {
      expect(desk.complaints).toEqual([]);
      await desk.app.close();
      expect(await textsInClear(profile, [person.name, person.mobile, person.mail, mobile(7), mobile(1007)])).toEqual(
        [],
      );
      desk = await launchLeakdesk(profile);
    });
  });
