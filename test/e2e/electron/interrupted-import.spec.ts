import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeEcommerceSample } from '../../fixtures/write-sample.ts';
import { Analyst } from '../analyst.ts';
import { launchLeakdesk, newProfile, type RunningLeakdesk, removeProfile } from '../leakdesk.ts';

/** A sample that takes long enough to stop half-way. Synthetic. */
const rows = 400_000;

test.describe
  .serial('an import that is cut short', () => {
    let profile = '';
    let folder = '';
    let sample = '';
    let desk: RunningLeakdesk;
    let analyst: Analyst;

    test.beforeAll(async () => {
      profile = await newProfile();
      folder = await mkdtemp(join(tmpdir(), 'leakdesk-files-'));
      sample = join(folder, 'large.csv');
      await writeEcommerceSample(sample, { rows, seed: 7, quirks: true });
      desk = await launchLeakdesk(profile);
      analyst = new Analyst(desk.page);
      await analyst.createVault();
      await analyst.takeInBundledListing();
      await analyst.openTab('Samples');
    });
    test.afterAll(async () => {
      await desk.app.close();
      await removeProfile(profile);
      await rm(folder, { recursive: true, force: true });
    });

    async function blockFiles(): Promise<readonly string[]> {
      return desk.page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const names: string[] = [];
        for await (const name of (await root.getDirectoryHandle('samples')).keys()) {
          names.push(name);
        }
        return names;
      });
    }

    async function begin(): Promise<void> {
      await analyst.importFile(sample);
      await expect(desk.page.getByRole('button', { name: 'Cancel import' })).toBeVisible();
      await expect(desk.page.getByText(/[1-9][\d,]* rows · [1-9]/).first()).toBeVisible();
    }

    test('cancelling keeps nothing of it', async () => {
      await begin();
      await desk.page.getByRole('button', { name: 'Cancel import' }).click();
      await expect(desk.page.getByRole('alert')).toContainText(
        /You stopped the import of “large.csv” after [\d,]+ rows/,
      );
      expect(await blockFiles()).toEqual([]);
    });

    test('a kill at any moment leaves the vault as it was before', async () => {
      await begin();
      // The blocks' file alone, or its fingerprints beside it already: how far it is depends on the machine.
      expect(await blockFiles()).not.toEqual([]);
      const running = desk.app.process();
      const ended = once(running, 'exit');
      running.kill('SIGKILL');
      await ended;
      desk = await launchLeakdesk(profile);
      analyst = new Analyst(desk.page);
      await analyst.unlock();
      await analyst.goTo('Cases');
      await desk.page.getByRole('link', { name: /Alleged/ }).click();
      await expect(desk.page.getByText('none yet')).toBeVisible();
      expect(await blockFiles()).toEqual([]);
    });

    test('the same file then comes in whole: rows in = rows stored + rows rejected', async () => {
      await analyst.openTab('Samples');
      await analyst.importFile(sample);
      const done = desk.page.getByText(/rows of “large.csv” are stored/);
      await expect(done).toBeVisible({ timeout: 120_000 });
      const [stored, rejected] = [...(await done.innerText()).matchAll(/([\d,]+) (?:rows|could)/g)].map(([, figure]) =>
        Number(figure?.replaceAll(',', '')),
      );
      expect((stored ?? 0) + (rejected ?? 0)).toBe(rows);
      expect(await readdir(folder)).toEqual(['large.csv']);
      await analyst.seeRows();
      await desk.page.locator('.ag-root').click();
      await analyst.cell(0, 0).click();
      await desk.page.keyboard.press('Control+End');
      await expect(desk.page.locator(`[row-index="${(stored ?? 0) - 1}"]`).first()).toBeVisible();
    });
  });
