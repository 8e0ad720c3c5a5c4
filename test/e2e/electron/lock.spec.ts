import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { Analyst } from '../analyst.ts';
import { launchLeakdesk, newProfile, type RunningLeakdesk, removeProfile } from '../leakdesk.ts';

test.describe
  .serial('the vault locks', () => {
    let profile = '';
    let desk: RunningLeakdesk;
    let analyst: Analyst;

    test.beforeAll(async () => {
      profile = await newProfile();
      desk = await launchLeakdesk(profile);
      analyst = new Analyst(desk.page);
      await analyst.createVault();
    });
    test.afterAll(async () => {
      await desk.app.close();
      await removeProfile(profile);
    });

    const locked = (): ReturnType<typeof desk.page.getByRole> =>
      desk.page.getByRole('heading', { name: 'The vault is locked' });

    test('by shortcut', async () => {
      await analyst.lock();
      await analyst.unlock();
      await expect(desk.page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
    });

    test('and keeps a listing that was being pasted', async () => {
      const { page } = desk;
      await page.keyboard.press('Control+n');
      await page.getByRole('textbox', { name: 'Text of the listing' }).fill('Selling a synthetic database, 500 USD');
      await analyst.lock();
      await analyst.unlock();
      await analyst.goTo('Cases');
      await page.keyboard.press('Control+n');
      await expect(page.getByRole('textbox', { name: 'Text of the listing' })).toHaveValue(
        'Selling a synthetic database, 500 USD',
      );
      await analyst.goTo('Cases');
    });

    test('and closing the window keeps what was typed a moment ago', async () => {
      await desk.page.keyboard.press('Control+n');
      await desk.page
        .getByRole('textbox', { name: 'Text of the listing' })
        .fill('Typed just before closing (synthetic)');
      const running = desk.app.process();
      const ended = once(running, 'exit');
      await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      await ended;
      desk = await launchLeakdesk(profile);
      analyst = new Analyst(desk.page);
      await analyst.unlock();
      await analyst.goTo('Cases');
      await desk.page.keyboard.press('Control+n');
      await expect(desk.page.getByRole('textbox', { name: 'Text of the listing' })).toHaveValue(
        'Typed just before closing (synthetic)',
      );
      await analyst.goTo('Cases');
    });

    test('by menu', async () => {
      await desk.app.evaluate(({ Menu }) => {
        const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File');
        file?.submenu?.items.find(({ label }) => label === 'Lock vault')?.click();
      });
      await expect(locked()).toBeVisible();
      await analyst.unlock();
    });

    test('when the machine goes to sleep', async () => {
      await expect(desk.page.getByRole('heading', { name: 'Cases', exact: true, level: 1 })).toBeVisible();
      await desk.app.evaluate(({ powerMonitor }) => {
        powerMonitor.emit('suspend');
      });
      await expect(locked()).toBeVisible();
      await analyst.unlock();
    });

    test('after the idle minutes, and not before', async () => {
      const { page } = desk;
      await analyst.goTo('Settings');
      await page.getByRole('textbox', { name: 'Lock after idle minutes' }).fill('1');
      await page.getByRole('heading', { name: 'Settings' }).click();
      await page.clock.install();
      await page.clock.runFor(50_000);
      await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
      await page.clock.runFor(30_000);
      await expect(locked()).toBeVisible();
    });
  });
