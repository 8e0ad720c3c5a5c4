import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Analyst } from '../analyst.ts';
import { launchLeakdesk, newProfile, type RunningLeakdesk, removeProfile } from '../leakdesk.ts';

for (const scheme of ['light', 'dark'] as const) {
  test.describe
    .serial(`every screen in ${scheme}`, () => {
      let profile = '';
      let desk: RunningLeakdesk;
      let analyst: Analyst;

      test.beforeAll(async () => {
        profile = await newProfile();
        desk = await launchLeakdesk(profile);
        await desk.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        analyst = new Analyst(desk.page);
      });
      test.afterAll(async () => {
        await desk.app.close();
        await removeProfile(profile);
      });

      async function looksClean(): Promise<void> {
        await desk.page.waitForTimeout(300);
        // Electron cannot open the second page that axe uses by default.
        const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode(true).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        );
        expect(found).toEqual([]);
      }

      test('vault and empty lists', async () => {
        // On a busy machine the vault is still being looked for.
        await expect(desk.page.getByRole('textbox', { name: 'Passphrase', exact: true })).toBeVisible();
        await looksClean();
        await analyst.createVault();
        await looksClean();
        await analyst.goTo('Tickets');
        await looksClean();
        await analyst.introduceSelf();
        await looksClean();
      });

      test('palette and keys', async () => {
        await desk.page.keyboard.press('Control+k');
        await expect(desk.page.getByRole('dialog')).toBeVisible();
        await looksClean();
        await desk.page.keyboard.press('Escape');
        await expect(desk.page.getByRole('dialog')).toBeHidden();
        await desk.page.keyboard.press('?');
        await expect(desk.page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
        await looksClean();
        await desk.page.keyboard.press('Escape');
        await expect(desk.page.getByRole('dialog')).toBeHidden();
      });

      test('listing', async () => {
        await analyst.goTo('Cases');
        await desk.page.keyboard.press('Control+n');
        await looksClean();
        await analyst.takeInBundledListing();
        await looksClean();
        await desk.page.getByRole('button', { name: 'Edit' }).first().click();
        await looksClean();
        await desk.page.getByRole('button', { name: 'Cancel' }).click();
        await analyst.confirmAllClaims();
      });

      test('overview, samples, exposure, tickets, history', async () => {
        await analyst.openTab('Overview');
        await looksClean();
        await analyst.openTab('Samples');
        await looksClean();
        await desk.page.getByRole('button', { name: 'Use the bundled synthetic sample' }).click();
        await expect(desk.page.getByRole('button', { name: 'Import', exact: true })).toBeFocused();
        for (const view of [/^Worst rows/, /^Rejected/, /^First rows/]) {
          await desk.page.getByRole('tab', { name: view }).click();
          await looksClean();
        }
        await desk.page.getByRole('button', { name: 'Back' }).click();
        await analyst.importBundledSample();
        const colors = await desk.page.locator('.ag-root').evaluate((grid) => getComputedStyle(grid).colorScheme);
        expect(colors).toBe(scheme);
        await looksClean();
        await analyst.cell(0, 3).click();
        await desk.page.keyboard.press('r');
        await looksClean();
        await desk.page.getByRole('button', { name: 'Remove' }).click();
        await expect(desk.page.getByRole('menuitem', { name: 'Purge rows…' })).toBeVisible();
        await looksClean();
        await desk.page.keyboard.press('Escape');
        await analyst.search('138', 'Contains');
        await looksClean();
        await analyst.lookUp(['13812345678']);
        await looksClean();
        await analyst.goTo('Cases');
        await desk.page.getByRole('link', { name: /Alleged/ }).click();
        await analyst.openTab('Samples');
        await desk.page.getByRole('button', { name: 'Why this type: mobile' }).click();
        await expect(desk.page.getByRole('dialog', { name: 'Why this type: mobile' })).toBeVisible();
        await looksClean();
        await desk.page.keyboard.press('Escape');
        await analyst.openTab('Verify');
        await looksClean();
        await analyst.runChecks();
        await looksClean();
        await desk.page.getByRole('button', { name: /Claimed against observed/ }).click();
        await desk.page.getByRole('button', { name: 'Decide…' }).click();
        await looksClean();
        await desk.page.keyboard.press('Escape');
        await analyst.openTab('Exposure');
        await analyst.exposure();
        await looksClean();
        for (const part of ['Combinations', 'People', 'Over time', 'Severity', 'Law']) {
          await desk.page.getByRole('tab', { name: part }).click();
          await expect(desk.page.getByRole('tab', { name: part })).toHaveAttribute('aria-selected', 'true');
          await looksClean();
        }
        await analyst.openTab('Tickets');
        await looksClean();
        await desk.page.getByRole('button', { name: 'New ticket about this case' }).click();
        await looksClean();
        await analyst.openTicketByHand('Am I in it?', 'Is my address in it?');
        await looksClean();
        await analyst.goTo('Dashboard');
        await expect(desk.page.getByRole('region', { name: 'Latest activity' })).toContainText('Ticket LD-1');
        await looksClean();
        await analyst.goTo('Cases');
        await looksClean();
        await desk.page.getByRole('link', { name: /Alleged/ }).click();
        await analyst.openTab('History');
        await looksClean();
        await analyst.lock();
        await looksClean();
      });
    });
}

test('the whole line can be walked by keyboard alone', async () => {
  const profile = await newProfile();
  const { app, page } = await launchLeakdesk(profile);
  const press = (keys: string): Promise<void> => page.keyboard.press(keys);
  await page.getByRole('heading', { name: 'Create your vault' }).waitFor();
  await page.keyboard.type('gravel-lantern-oboe-thistle-92');
  await press('Tab');
  await page.keyboard.type('gravel-lantern-oboe-thistle-92');
  await press('Enter');
  await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
  await press('Control+n');
  await page.getByRole('textbox', { name: 'Text of the listing' }).waitFor();
  await page.getByRole('button', { name: 'Use the bundled example' }).focus();
  await press('Enter');
  await page.getByRole('table', { name: 'What the text claims' }).waitFor();
  await page.getByRole('textbox', { name: 'Text of the listing' }).focus();
  await press('Control+Enter');
  await page.getByText(/claims wait for you/).waitFor();
  await press('j');
  await expect(page.getByRole('article', { name: 'Title' })).toBeFocused();
  await press('c');
  await press('j');
  await press('x');
  await expect(page.getByRole('article', { name: 'Source' })).toContainText('rejected');
  await press('Alt+3');
  await expect(page.getByRole('tab', { name: 'Samples', selected: true })).toBeVisible();
  await page.getByRole('button', { name: 'Use the bundled synthetic sample' }).focus();
  await press('Enter');
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeFocused();
  await press('Enter');
  await page.locator('[row-index="0"] [col-id="0"]').waitFor();
  await press('Alt+5');
  await page.getByRole('table', { name: 'Exposure by field type' }).getByRole('button').first().focus();
  await press('Enter');
  await expect(page.getByRole('button', { name: 'Show all rows' })).toBeVisible();
  await press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Command, case or ticket' })).toBeFocused();
  await page.keyboard.type('new ticket');
  await press('ArrowDown');
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'New ticket' })).toBeVisible();
  await app.close();
  await removeProfile(profile);
});
