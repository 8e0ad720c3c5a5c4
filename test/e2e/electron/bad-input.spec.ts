import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import PostalMime from 'postal-mime';
import { Analyst } from '../analyst.ts';
import { answerSaveDialog, launchLeakdesk, newProfile, type RunningLeakdesk, removeProfile } from '../leakdesk.ts';

function csvFile(name: string, content: string | Buffer): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
}

/** Whatever goes wrong, a sentence says what, and what was there stays. */
test.describe
  .serial('bad input', () => {
    let profile = '';
    let folder = '';
    let desk: RunningLeakdesk;
    let analyst: Analyst;

    test.beforeAll(async () => {
      profile = await newProfile();
      folder = await mkdtemp(join(tmpdir(), 'leakdesk-files-'));
      desk = await launchLeakdesk(profile);
      analyst = new Analyst(desk.page);
    });
    test.afterAll(async () => {
      await desk.app.close();
      await removeProfile(profile);
      await rm(folder, { recursive: true, force: true });
    });

    async function problem(words: RegExp): Promise<void> {
      await expect(desk.page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    }

    test('a weak passphrase makes no vault, and says how to do better', async () => {
      const { page } = desk;
      await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('password1');
      await page.getByRole('textbox', { name: 'Passphrase again' }).fill('password1');
      await expect(page.getByText(/too easy to guess/)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Create vault' })).toBeDisabled();
      await analyst.createVault();
      await analyst.introduceSelf();
    });

    test('a listing that is empty or binary leaves what was typed', async () => {
      const { page } = desk;
      await analyst.goTo('Cases');
      await page.keyboard.press('Control+n');
      await analyst.openFile({ name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.from('  \n ') });
      await problem(/“nothing.txt” has no text in it/);
      await analyst.openFile({
        name: 'photo.png',
        mimeType: 'text/plain',
        buffer: Buffer.from([137, 80, 78, 71, 0, 1, 2]),
      });
      await problem(/“photo.png” is not text but a binary file/);
      await analyst.takeInBundledListing();
      await analyst.confirmAllClaims();
    });

    test('an empty and a binary sample are refused with a reason', async () => {
      await analyst.openTab('Samples');
      await analyst.openFile(csvFile('empty.csv', ''));
      await problem(/empty\.csv/);
      await problem(/[Nn]othing was imported/);
      await analyst.openFile(
        csvFile('archive.csv', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 7)])),
      );
      await problem(/archive\.csv/);
      await analyst.openTab('Overview');
      await expect(desk.page.getByText('none yet')).toBeVisible();
    });

    test('a truncated sample keeps its whole rows, and shows what was cut', async () => {
      await analyst.openTab('Samples');
      await analyst.importFile(csvFile('cut.csv', 'name,mobile,note\n张三,13812345678,ok\n李四,13912345678,"cut of'));
      await expect(desk.page.getByText(/1 row of “cut.csv” is stored.*looks cut off/)).toBeVisible();
      await desk.page.getByRole('button', { name: '1 rejected' }).click();
      const dialog = desk.page.getByRole('dialog');
      await expect(dialog).toContainText('opens a quote that is never closed');
      await expect(dialog).not.toContainText('13912345678');
      await dialog.getByRole('button', { name: 'Reveal (logged)' }).click();
      await expect(dialog).toContainText('13912345678');
      await desk.page.keyboard.press('Escape');
    });

    test('a file that is there already is recognised before it is read', async () => {
      const { page } = desk;
      await page.getByRole('button', { name: 'Import another' }).click();
      await analyst.openFile(csvFile('again.csv', 'name,mobile,note\n张三,13812345678,ok\n李四,13912345678,"cut of'));
      await expect(page.getByText(/same bytes \(SHA-256\) as “cut.csv”/)).toBeVisible();
      await page.getByRole('button', { name: 'Open the sample that is there' }).click();
      await analyst.seeRows();
      await expect(page.getByRole('combobox', { name: 'Sample' })).toHaveCount(0);
    });

    test('a sample is deleted for good, and its file can come in again', async () => {
      const { page } = desk;
      await page.keyboard.press('Control+k');
      await page.keyboard.type('delete sample');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Delete 1 row' }).click();
      await expect(page.getByRole('button', { name: 'Open file…' })).toBeVisible();
      await analyst.importFile(csvFile('cut.csv', 'name,mobile,note\n张三,13812345678,ok\n李四,13912345678,"cut of'));
      await analyst.seeRows();
    });

    test('records that were rejected leave only after a warning, and the history notes it', async () => {
      const { page } = desk;
      const target = join(folder, 'rejected.csv');
      await answerSaveDialog(desk, target);
      await page.getByRole('button', { name: '1 rejected' }).click();
      await page.getByRole('button', { name: 'Export 1 record…' }).click();
      const save = page.getByRole('button', { name: 'Save as CSV with lines and reasons…' });
      await expect(save).toBeDisabled();
      await page.getByRole('checkbox', { name: 'I need these records in clear' }).check();
      await save.click();
      await expect(page.getByText(/in “rejected.csv”, in clear/)).toBeVisible();
      expect(await readFile(target, 'utf8')).toContain('李四,13912345678');
      await rm(target);
      await page.keyboard.press('Escape');
      await analyst.openTab('History');
      await expect(page.getByRole('table', { name: 'History' })).toContainText(
        '1 rejected record of “cut.csv” written',
      );
      await analyst.openTab('Samples');
    });

    test('a type that is set wrong can be undone by key', async () => {
      const { page } = desk;
      await analyst.cell(0, 1).click();
      await page.keyboard.press('t');
      const holds = page.getByRole('combobox', { name: 'Holds' });
      await expect(holds).toBeFocused();
      await holds.fill('E-mail');
      await expect(page.getByRole('option')).toHaveCount(1);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(page.getByText('You set this. Detected: Mobile number.')).toBeVisible();
      await page.keyboard.press('Control+z');
      await expect(page.getByText('You set this.')).toBeHidden();
    });

    test('a file that is no mail opens no ticket', async () => {
      const { page } = desk;
      await analyst.goTo('Tickets');
      await page.getByRole('button', { name: 'New ticket' }).click();
      await analyst.openFile({ name: 'not-a-mail.eml', mimeType: 'message/rfc822', buffer: Buffer.alloc(300, 0) });
      await problem(/not a mail/);
      await page.getByRole('button', { name: 'Open ticket' }).click();
      await expect(page.getByText('Write an address such as name@company.example.')).toBeVisible();
    });

    test('a mail without a subject opens a ticket that can be read again', async () => {
      const { page } = desk;
      const buffer = Buffer.from('From: plain@client.example\r\nMessage-ID: <p1@client.example>\r\n\r\nAre we in it?');
      await analyst.openFile({ name: 'plain.eml', mimeType: 'message/rfc822', buffer });
      await expect(page.getByRole('heading', { name: 'LD-1 (no subject)' })).toBeVisible();
      await analyst.goTo('Tickets');
      await expect(page.getByRole('link', { name: '(no subject)' })).toBeVisible();
      await page.getByRole('button', { name: 'New ticket' }).click();
    });

    test('a mail opens a ticket, and its answer joins the thread', async () => {
      const { page } = desk;
      const mail = (id: string, more: string, text: string): Buffer =>
        Buffer.from(
          [
            'From: =?UTF-8?B?5p2O5Zub?= <li@client.example>',
            'To: analyst@leakdesk.example',
            'Subject: =?UTF-8?B?5pWw5o2u5piv55yf55qE5ZCX77yf?=',
            'Date: Mon, 23 Nov 2026 10:00:00 +0800',
            `Message-ID: <${id}@client.example>`,
            'Reply-To: security@client.example',
            more,
            'Content-Type: text/plain; charset=utf-8',
            '',
            text,
          ]
            .filter((line, index) => line !== '' || index === 8)
            .join('\r\n'),
        );
      await analyst.openFile({
        name: 'ask.eml',
        mimeType: 'message/rfc822',
        buffer: mail('ask-1', '', '这些数据是真的吗？'),
      });
      await expect(page.getByRole('heading', { name: /LD-2 数据是真的吗？/ })).toBeVisible();
      await analyst.goTo('Tickets');
      await page.getByRole('button', { name: 'New ticket' }).click();
      const again = mail('ask-2', 'In-Reply-To: <ask-1@client.example>', 'Any news?');
      await analyst.openFile({ name: 'again.eml', mimeType: 'message/rfc822', buffer: again });
      await expect(page.getByRole('heading', { name: /LD-2/ })).toBeVisible();
      await expect(page.getByRole('article')).toHaveCount(2);
    });

    test('a placeholder left blocks saving, and says where it is', async () => {
      const { page } = desk;
      await page.getByRole('combobox', { name: 'About the case' }).click();
      await page.getByRole('option', { name: /Alleged/ }).click();
      const save = page.getByRole('button', { name: 'Save reply as .eml…' });
      await expect(save).toBeDisabled();
      await expect(page.getByText(/keeps? this from being saved/)).toBeVisible();
      await analyst.answerPrompts('See below.');
      await expect(save).toBeEnabled();
      const source = page.getByRole('textbox', { name: 'Reply', exact: true });
      await source.fill(`${await source.inputValue()}\nAsked price: {{ claim.price }}`);
      await expect(save).toBeDisabled();
      await source.fill((await source.inputValue()).replace('\nAsked price: {{ claim.price }}', ''));
      await expect(save).toBeEnabled();
    });

    test('a raw value of the sample never leaves in a reply', async () => {
      const { page } = desk;
      const target = join(folder, 'leaky.eml');
      await answerSaveDialog(desk, target);
      const source = page.getByRole('textbox', { name: 'Reply', exact: true });
      const clean = await source.inputValue();
      const subject = page.getByRole('textbox', { name: 'Subject' });
      const cleanSubject = await subject.inputValue();
      await subject.fill(`${cleanSubject} 13812345678`);
      await analyst.saveReply();
      await problem(/cut\.csv, row 1, column “mobile”/);
      await subject.fill(cleanSubject);
      await source.fill(`${clean}\nCall 138-1234-5678.`);
      await analyst.saveReply();
      await problem(/cut\.csv, row 1, column “mobile”/);
      expect(existsSync(target)).toBe(false);
      await source.fill(clean);
    });

    test('a full disk while saving keeps the draft and leaves no half file', async () => {
      const { page } = desk;
      await answerSaveDialog(desk, '/dev/full');
      await analyst.saveReply();
      await problem(/The disk is full/);
      await answerSaveDialog(desk, join(folder, 'no-such-folder', 'reply.eml'));
      await analyst.saveReply();
      await problem(/could not be written/);
      await answerSaveDialog(desk, null);
      await analyst.saveReply();
      // A save that still runs would get the next answer, and be overtaken by the lock.
      const save = page.getByRole('button', { name: 'Save reply as .eml…' });
      await expect(save).not.toHaveAttribute('data-loading', 'true');
      const target = join(folder, 'reply.eml');
      await writeFile(target, 'an older file');
      await answerSaveDialog(desk, target);
      await analyst.saveReply();
      await expect(page.getByText(/is saved as “reply.eml”/)).toBeVisible();
      await expect(save).not.toHaveAttribute('data-loading', 'true');
      expect(await readdir(folder)).toEqual(['reply.eml']);
      const mail = await PostalMime.parse(await readFile(target));
      expect(mail.to?.[0]?.address).toBe('security@client.example');
      expect(mail.inReplyTo).toBe('<ask-2@client.example>');
      expect(mail.references).toContain('<ask-1@client.example>');
    });

    test('a wrong passphrase is refused, at growing cost, and the right one still opens', async () => {
      const { page } = desk;
      await analyst.lock();
      for (let tries = 0; tries < 3; tries += 1) {
        await analyst.unlock('not the passphrase');
        await problem(/not the passphrase of this vault/);
      }
      await expect(page.getByRole('alert')).toContainText(/try again in \d s/);
      await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('anything');
      await expect(page.getByRole('button', { name: 'Unlock' })).toBeDisabled();
      await expect(page.getByRole('button', { name: 'Unlock' })).toBeEnabled({ timeout: 10_000 });
      await analyst.unlock();
      await expect(page.getByRole('navigation', { name: 'Leakdesk' })).toBeVisible();
    });

    test('the page complained of nothing', () => {
      expect(desk.complaints).toEqual([]);
    });
  });
