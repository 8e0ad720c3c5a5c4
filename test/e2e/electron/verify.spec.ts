import { expect, test } from '@playwright/test';
import { Analyst } from '../analyst.ts';
import { launchLeakdesk, newProfile, type RunningLeakdesk, removeProfile } from '../leakdesk.ts';

test.describe
  .serial('a leak is judged', () => {
    let profile = '';
    let desk: RunningLeakdesk;
    let analyst: Analyst;

    test.beforeAll(async () => {
      profile = await newProfile();
      desk = await launchLeakdesk(profile);
      analyst = new Analyst(desk.page);
      await analyst.createVault();
      await analyst.takeInBundledListing();
      await analyst.confirmAllClaims();
      await analyst.importBundledSample();
    });
    test.afterAll(async () => {
      await desk.app.close();
      await removeProfile(profile);
    });

    test('the checks run over the sample, and each shows what it rests on', async () => {
      const { page } = desk;
      await analyst.openTab('Verify');
      await expect(page.getByText('Not checked yet')).toBeVisible();
      await analyst.runChecks();
      const list = page.getByRole('region', { name: 'Checklist' });
      await expect(list.getByRole('button')).toHaveCount(26);
      await list.getByRole('button', { name: /Claimed against observed/ }).click();
      const claims = page.getByRole('table', { name: 'Claimed against observed' });
      await expect(claims.getByRole('row', { name: /Mobile|mobile/ })).toContainText('Supported');
      await page.keyboard.press('j');
      await expect(page.getByRole('region', { name: 'Evidence' })).toContainText('Size of the sample');
    });

    test('the rows that speak against the sample open in the grid', async () => {
      const { page } = desk;
      const show = page.getByRole('button', { name: 'Show the rows that speak against it' });
      const items = page.getByRole('region', { name: 'Checklist' }).getByRole('button');
      for (const item of await items.all()) {
        await item.click();
        if (await show.isVisible()) {
          break;
        }
      }
      await show.click();
      await expect(page.getByText(/^Speak against it/)).toBeVisible();
      await analyst.seeRows();
      await page.getByRole('button', { name: 'Show all rows' }).click();
      await expect(page.getByText(/^Speak against it/)).toBeHidden();
    });

    test('the decision is kept beside the proposal, survives a lock, and the history tells it', async () => {
      const { page } = desk;
      await analyst.openTab('Verify');
      await analyst.decide('The sample agrees with itself; nothing ties it to a platform.');
      await expect(page.getByRole('region', { name: 'Proposed' })).toBeVisible();
      await analyst.openTab('History');
      const history = page.getByRole('table', { name: 'History' });
      await expect(history).toContainText('nothing ties it to a platform');
      await expect(history).toContainText(/Checks run on/);
      await analyst.lock();
      await analyst.unlock();
      await analyst.goTo('Cases');
      await page.getByRole('link', { name: /Alleged/ }).click();
      await analyst.openTab('Verify');
      await expect(page.getByRole('region', { name: 'Decided' })).toContainText('nothing ties it to a platform');
      expect(desk.complaints).toEqual([]);
    });

    test('the card in the head of a column says why it has its type, by keyboard too', async () => {
      const { page } = desk;
      await analyst.openTab('Samples');
      await analyst.seeRows();
      const why = page.getByRole('button', { name: 'Why this type: mobile' });
      await why.focus();
      await page.keyboard.press('Enter');
      const card = page.getByRole('dialog', { name: 'Why this type: mobile' });
      await expect(card).toContainText('Detected: Mobile number');
      await page.keyboard.press('Escape');
      await expect(card).toBeHidden();
      await expect(why).toBeFocused();
      await page.keyboard.press('Enter');
      await card.getByRole('button', { name: 'Change type…' }).click();
      await expect(page.getByRole('combobox', { name: 'Holds' })).toBeFocused();
    });
  });
