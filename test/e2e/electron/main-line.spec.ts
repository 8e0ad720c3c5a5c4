import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { Analyst } from '../analyst.ts';
import { answerSaveDialog, launchLeakdesk, newProfile, type RunningLeakdesk, removeProfile } from '../leakdesk.ts';
import { textsInClear } from '../profile-files.ts';

const subject = 'Is the leak of Chinese orders real?';
const question = 'We sell on that platform. Is the data real, and what must we do?';

/** Ten values of the bundled sample, one from each of ten rows, and texts of the case: none may lie in the profile in clear. */
async function secretsOf(): Promise<readonly string[]> {
  const csv = await readFile(
    new URL('../../../shared/packs/demo/synthetic-ecommerce-sample.csv', import.meta.url),
    'utf8',
  );
  const [header = '', ...lines] = csv.split('\n');
  const columns = header.trim().split(',');
  const values = lines
    .filter((line) => !line.includes('"') && line.split(',').length === columns.length)
    .flatMap((line, index) => line.trim().split(',')[index % columns.length]?.trim() ?? [])
    .filter((value) => value.length >= 8);
  return [...new Set(values)].slice(0, 10);
}

test.describe
  .serial('the whole line', () => {
    let profile = '';
    let desk: RunningLeakdesk;
    let analyst: Analyst;
    let reply = '';

    async function start(): Promise<void> {
      desk = await launchLeakdesk(profile);
      analyst = new Analyst(desk.page);
    }

    test.beforeAll(async () => {
      profile = await newProfile();
      reply = join(profile, '..', `reply-${Date.now()}.eml`);
      await start();
    });
    test.afterAll(async () => {
      await desk.app.close();
      await removeProfile(profile);
    });

    test('a vault is made, and the listing proposes what the seed text claims', async () => {
      await analyst.createVault();
      await analyst.introduceSelf();
      await analyst.takeInBundledListing();
      const { page } = desk;
      for (const [kind, words] of [
        ['Source', /hacker forum/i],
        ['Status', /alleged/i],
        ["Victim's sector", /e-commerce/i],
        ["Victim's country", /China/],
      ] as const) {
        await expect(page.getByRole('article', { name: kind, exact: true })).toContainText(words);
      }
      const fields = page.getByRole('article', { name: 'Claimed field' });
      await expect(fields).toHaveCount(5);
      await expect(fields).toContainText([
        'Full name',
        'PRC resident ID number',
        'Mobile number',
        'Price',
        'Order number',
      ]);
      await expect(page.getByRole('article', { name: 'Price', exact: true })).toHaveCount(0);
      await analyst.confirmAllClaims();
    });

    test('the sample comes in masked, and a reveal is written down', async () => {
      await analyst.importBundledSample();
      const { page } = desk;
      await expect(page.getByText(/rows of “synthetic-ecommerce-sample.csv” are stored/)).toBeVisible();
      const secrets = await secretsOf();
      const shown = await page.locator('.ag-root').innerText();
      expect(secrets.length).toBe(10);
      const grid = page.locator('.ag-root');
      await expect(grid.locator('[data-disclosure="masked"]').first()).toBeVisible();
      expect(shown).not.toMatch(/\b1[3-9]\d{9}\b/);
      expect(shown).not.toMatch(/\b\d{17}[\dX]\b/);
      await analyst.cell(0, 4).click();
      await page.keyboard.press('r');
      await expect(analyst.cell(0, 4).locator('[data-disclosure="revealed"]')).toBeVisible();
      await analyst.openTab('History');
      await expect(page.getByRole('table', { name: 'History' })).toContainText('Cell revealed: row 1');
    });

    test('the exposure is counted, and a figure opens its rows', async () => {
      await analyst.openTab('Exposure');
      const lines = await analyst.exposure();
      const mobile = lines.find(({ label }) => label === 'Mobile number');
      expect(mobile?.claimed).toBe('yes, and seen');
      expect(mobile?.valid ?? 0).toBeGreaterThan(0);
      expect(mobile?.filled ?? 0).toBeGreaterThanOrEqual(mobile?.valid ?? 0);
      await desk.page
        .getByRole('row', { name: /Mobile number/ })
        .getByRole('button')
        .nth(1)
        .click();
      await expect(desk.page.getByText(new RegExp(`^${mobile?.valid.toLocaleString('en')} of .* rows$`))).toBeVisible();
      await analyst.seeRows();
      await analyst.openTab('Exposure');
      await desk.page
        .getByRole('button', { name: /Rows with a value, / })
        .first()
        .click();
      await expect(desk.page.getByRole('button', { name: 'Show all rows' })).toBeVisible();
    });

    test('a ticket gets its reply, once nothing in it is left to fill', async () => {
      await analyst.openTab('Tickets');
      await desk.page.getByRole('button', { name: 'New ticket about this case' }).click();
      await analyst.openTicketByHand(subject, question);
      await answerSaveDialog(desk, reply);
      await expect(desk.page.getByRole('button', { name: 'Save reply as .eml…' })).toBeDisabled();
      await analyst.answerPrompts('We cannot say more from this sample.');
      await analyst.saveReply();
      await expect(desk.page.getByText(/is saved/)).toBeVisible();
      const mail = await PostalMime.parse(await readFile(reply));
      expect(mail.to?.[0]?.address).toBe('security@client.example');
      expect(mail.subject).toContain('[LD-1]');
      expect(mail.text).toContain('TLP:RED');
      expect(mail.text).not.toMatch(/\{\{|\[\[/);
      expect(mail.messageId).toMatch(/^<.+@leakdesk\.example>$/);
    });

    test('a restart finds everything as it was', async () => {
      await desk.app.close();
      await start();
      await expect(desk.page.getByRole('heading', { name: 'The vault is locked' })).toBeVisible();
      await analyst.unlock();
      await analyst.goTo('Cases');
      await desk.page.getByRole('link', { name: /Alleged Database of Chinese E-Commerce/ }).click();
      await analyst.openTab('Listing');
      await expect(desk.page.getByText('Every claim is decided.')).toBeVisible();
      await analyst.openTab('Samples');
      await analyst.seeRows();
      await analyst.openTab('Exposure');
      expect((await analyst.exposure()).length).toBeGreaterThan(4);
      await analyst.openTab('Tickets');
      await desk.page.getByRole('link', { name: subject }).click();
      await expect(desk.page.getByText('We cannot say more from this sample.').first()).toBeVisible();
    });

    test('the dashboard counts cases and tickets, and every number opens its list', async () => {
      const { page } = desk;
      await analyst.goTo('Dashboard');
      await expect(page.getByRole('region', { name: 'Latest activity' })).toContainText('Reply to LD-1 saved');
      await page.getByRole('link', { name: '1 Answered or closed' }).click();
      await expect(page.getByRole('radio', { name: 'Answered or closed' })).toBeChecked();
      await expect(page.getByRole('link', { name: subject })).toBeVisible();
      await page.getByText('Waiting for us').click();
      await expect(page.getByText('No ticket stands there.')).toBeVisible();
      await analyst.goTo('Dashboard');
      await expect(page.getByRole('link', { name: '1 Open', exact: true })).toBeVisible();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('radio', { name: 'Open' })).toBeChecked();
      await expect(page.getByRole('link', { name: /Alleged Database/ })).toBeVisible();
      await page.getByText('Closed', { exact: true }).click();
      await expect(page.getByText(/^No case is like that/)).toBeVisible();
    });

    test('a time limit counts, leads from the dashboard to the law, and leaves as a calendar', async () => {
      const { page } = desk;
      const hour = 3_600_000;
      const minutes = 60_000;
      const aware = Math.floor(Date.now() / minutes) * minutes - hour;
      await page.getByText('All', { exact: true }).click();
      await page.getByRole('link', { name: /Alleged Database/ }).click();
      await analyst.openTab('Exposure');
      await page.getByRole('tab', { name: 'Law' }).click();
      await page.getByRole('button', { name: 'Set facts…' }).click();
      await page.getByRole('combobox', { name: 'Time zone of the client' }).fill('Asia/Shanghai');
      await page.getByRole('option', { name: 'Asia/Shanghai' }).click();
      // The clocks of Shanghai are eight hours ahead of UTC, all the year.
      const inShanghai = new Date(aware + 8 * hour).toISOString().slice(0, 16);
      await page.getByLabel('The victim is aware of the leak').fill(inShanghai);
      await page.getByRole('button', { name: 'Keep facts' }).click();
      await page.getByRole('tab', { name: 'Fields' }).click();
      await analyst.goTo('Dashboard');
      await page
        .getByRole('table', { name: 'Time limits that would end next' })
        .getByRole('link', { name: /Alleged Database/ })
        .first()
        .click();
      await expect(page.getByRole('heading', { name: 'Time limits, in Asia/Shanghai' })).toBeVisible();

      const calendar = join(profile, '..', `limits-${Date.now()}.ics`);
      await answerSaveDialog(desk, calendar);
      await page.getByRole('button', { name: 'Export calendar…' }).click();
      await expect(page.getByText(/of this case (?:is|are) in “limits-/)).toBeVisible();
      const text = await readFile(calendar, 'utf8');
      expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
      const read = new ICAL.Component(ICAL.parse(text));
      expect(read.getFirstPropertyValue('version')).toBe('2.0');
      const events = read.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
      const shown = page.getByRole('table', { name: 'Time limits', exact: true }).getByText(/ left$/);
      expect(events.length).toBe(await shown.count());
      // The first report of the Chinese measures would be due after four hours.
      const [first] = events;
      expect(first?.startDate.toJSDate().toISOString()).toBe(new Date(aware + 4 * hour).toISOString());
      expect(first?.summary).toMatch(/^Would end: First report .* – .*Alleged Database of Chinese E-Commerce/);
      await rm(calendar);
    });

    test('figures of persons open their rows, and a chart leaves once its words have been checked', async () => {
      const { page } = desk;
      await page.getByRole('tab', { name: 'People' }).click();
      const file = join(profile, '..', `persons-${Date.now()}.csv`);
      await answerSaveDialog(desk, file);
      await page.getByRole('button', { name: 'CSV' }).click();
      await expect(page.getByText(/^Saved as persons-/)).toBeVisible();
      expect(await readFile(file, 'utf8')).toContain('Persons in synthetic-ecommerce-sample.csv');
      await rm(file);
      await page
        .getByRole('button', { name: /^Guangdong .*: Persons, / })
        .first()
        .click();
      await expect(page.getByText(/^Rows whose resident ID says Guangdong/)).toBeVisible();
      await expect(page.getByText(/^[\d,]+ of [\d,]+ rows$/)).toBeVisible();
      await analyst.seeRows();
    });

    test('a field type of the analyst’s own is found, shown and counted, and its deletion can be undone', async () => {
      const { page } = desk;
      await analyst.goTo('Settings');
      await page.getByRole('button', { name: 'Add a field type…' }).click();
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Staff number');
      await page.getByRole('textbox', { name: 'Pattern of a whole value' }).fill('EMP-\\d{6}');
      await page.keyboard.press('Control+Enter');
      const own = page.getByRole('table', { name: 'Own field types' });
      await expect(own).toContainText('Staff number');

      await analyst.goTo('Cases');
      await page.getByRole('link', { name: /Alleged Database/ }).click();
      await analyst.openTab('Samples');
      await analyst.offerPlace();
      const numbers = Array.from({ length: 40 }, (_, at) => `EMP-${String(100_000 + 37 * at)},${at % 7}`);
      const buffer = Buffer.from(`staff_number,floor\n${numbers.join('\n')}\n`);
      await analyst.importFile({ name: 'staff.csv', mimeType: 'text/csv', buffer });
      await expect(page.getByText(/^40 rows of “staff.csv” are stored/)).toBeVisible();
      await expect(page.getByRole('button', { name: 'staff_number Staff number' })).toBeVisible();
      await analyst.openTab('Exposure');
      await page.getByRole('tab', { name: 'Fields' }).click();
      const line = (await analyst.exposure()).find(({ label }) => label === 'Staff number');
      expect(line).toMatchObject({ filled: 40, valid: 40, distinct: 40 });

      await analyst.goTo('Settings');
      await page.getByRole('button', { name: 'Delete Staff number' }).click();
      await expect(page.getByText(/is the type of 1 column. Nothing was deleted/)).toBeVisible();
      await analyst.goTo('Cases');
      await page.getByRole('link', { name: /Alleged Database/ }).click();
      await analyst.openTab('Samples');
      await analyst.seeRows();
      await analyst.remove('Delete sample…', /^Delete/);
      await analyst.goTo('Settings');
      await page.getByRole('button', { name: 'Delete Staff number' }).click();
      await expect(own).toBeHidden();
      await expect(page.getByText(/^Deleted: the field type “Staff number”/)).toBeVisible();
      await page.keyboard.press('Control+z');
      await expect(own).toContainText('Staff number');
    });

    test('no value of the sample and no text of the case lies in the profile in clear', async () => {
      await desk.app.close();
      const texts = [
        'Alleged Database of Chinese E-Commerce',
        'Client Co',
        question.slice(0, 30),
        'security@client.example',
      ];
      const wanted = [...(await secretsOf()), ...texts];
      expect(await textsInClear(profile, wanted)).toEqual([]);
      await start();
    });

    test('the page complained of nothing', () => {
      expect(desk.complaints).toEqual([]);
    });
  });
