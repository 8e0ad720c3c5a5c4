import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { Analyst, type ExposureLine } from '../analyst.ts';
import { newProfile, removeProfile } from '../leakdesk.ts';
import { type PageServer, servePage } from './page-server.ts';

/** The page alone in Debian's current Chromium: an engine years newer than the one that the tests' Electron may have. */
test.describe
  .serial('the page in the newest engine', () => {
    const title = /Alleged Database of Chinese E-Commerce/;
    const subject = 'Is the leak of Chinese orders real?';
    const inline = 'script-src-elem refused inline in the page';
    const complaints: string[] = [];
    let server: PageServer;
    let profile = '';
    let context: BrowserContext;
    let page: Page;
    let analyst: Analyst;
    let before: readonly ExposureLine[] = [];

    async function open(): Promise<void> {
      context = await chromium.launchPersistentContext(profile, {
        executablePath: '/usr/bin/chromium',
        args: ['--no-sandbox'],
        viewport: { width: 1280, height: 800 },
      });
      page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(`${server.origin}/index.html`);
      analyst = new Analyst(page);
    }

    test.beforeAll(async () => {
      server = await servePage();
      profile = await newProfile();
      await open();
    });
    test.afterAll(async () => {
      await context.close();
      server.stop();
      await removeProfile(profile);
    });

    test('is served under the policy of the product', async () => {
      const response = await page.request.get(`${server.origin}/index.html`);
      const policy = response.headers()['content-security-policy'] ?? '';
      expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'nonce-/);
      expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
      expect(await page.evaluate(() => 'leakdesk' in window)).toBe(false);
    });

    test('refuses what the policy forbids, and tells of it', async () => {
      const other = await context.newPage();
      await other.goto(`${server.origin}/index.html`);
      await other.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.name = "ran"';
        document.head.append(script);
      });
      await expect.poll(() => server.refusals.filter((refusal) => refusal === inline)).toHaveLength(1);
      expect(await other.evaluate(() => window.name)).toBe('');
      await other.close();
    });

    test('takes the listing and the sample to their exposure', async () => {
      await analyst.createVault();
      await analyst.introduceSelf();
      await analyst.takeInBundledListing();
      await analyst.confirmAllClaims();
      await analyst.importBundledSample();
      await analyst.cell(0, 4).click();
      await page.keyboard.press('r');
      await expect(analyst.cell(0, 4).locator('[data-disclosure="revealed"]')).toBeVisible();
      await analyst.openTab('Exposure');
      before = await analyst.exposure();
      expect(before.filter(({ claimed }) => claimed === 'yes, and seen').length).toBeGreaterThanOrEqual(5);
      await expect(page.getByRole('button', { name: /Rows with a value, / }).first()).toBeVisible();
    });

    test('drafts the reply up to the point where the main process would save it', async () => {
      await analyst.openTab('Tickets');
      await page.getByRole('button', { name: 'New ticket about this case' }).click();
      await analyst.openTicketByHand(subject, 'We sell on that platform. Is the data real?');
      const save = page.getByRole('button', { name: 'Save reply as .eml…' });
      await expect(save).toBeDisabled();
      await analyst.answerPrompts('We cannot say more from this sample.');
      await expect(save).toBeEnabled();
    });

    test('works with the palette and the keys', async () => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await analyst.lock();
      await analyst.unlock();
      await expect(page.getByRole('navigation', { name: 'Leakdesk' })).toBeVisible();
    });

    test('finds everything again after the browser was restarted', async () => {
      await context.close();
      await open();
      await expect(page.getByRole('heading', { name: 'The vault is locked' })).toBeVisible();
      await analyst.unlock();
      await analyst.goTo('Cases');
      await page.getByRole('link', { name: title }).click();
      await analyst.openTab('Samples');
      await analyst.seeRows();
      await analyst.openTab('Exposure');
      expect(await analyst.exposure()).toEqual(before);
      await analyst.openTab('Tickets');
      await page.getByRole('link', { name: subject }).click();
      await expect(page.getByText('We cannot say more from this sample.').first()).toBeVisible();
    });

    test('broke no rule of the policy, neither the page nor its worker', async () => {
      // Reports come a moment after what they tell of.
      await page.waitForTimeout(1000);
      expect(server.refusals.filter((refusal) => refusal !== inline)).toEqual([]);
    });

    test('complained of nothing', () => {
      expect(complaints).toEqual([]);
    });
  });
