import { once } from 'node:events';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { seededRandom } from '#shared/lib/seeded-random.ts';
import { writeEcommerceSample } from '../../fixtures/write-sample.ts';
import { Analyst } from '../analyst.ts';
import { launchLeakdesk, newProfile, type RunningLeakdesk, removeProfile } from '../leakdesk.ts';
import { blockFileDigest, idsOf, type VaultState, vaultState } from '../vault-state.ts';

/** What is killed: the whole app, the process of its page, or the worker in that. */
const victims = ['app', 'worker', 'page'] as const;
type Victim = (typeof victims)[number];
/** When: after a share of the time an import takes, or a few milliseconds after its records began to be written. */
type Moment = { readonly kind: 'after' | 'commit'; readonly milliseconds: number };

const kills = 33;
const tablesOfDump = 3;

/** A dump of three tables. Synthetic. */
function dumpOf(rowsPerTable: number): string {
  const tables = Array.from({ length: tablesOfDump }, (_, table) => {
    const rows = Array.from(
      { length: rowsPerTable },
      (_row, n) => `(${n},'user${n}@mail.example','138${String(n * 7).padStart(8, '0')}','made up ${table} ${n * 31}')`,
    );
    const inserts = Array.from(
      { length: Math.ceil(rowsPerTable / 500) },
      (_part, at) => `INSERT INTO \`t${table}\` VALUES ${rows.slice(at * 500, at * 500 + 500).join(',')};`,
    );
    return [
      `CREATE TABLE \`t${table}\` (\`id\` int, \`email\` varchar(99), \`mobile\` varchar(20), \`note\` text);`,
      ...inserts,
    ].join('\n');
  });
  return `-- MySQL dump 10.13\n${tables.join('\n')}\n`;
}

test.describe
  .serial('a kill at any moment of an import', () => {
    const random = seededRandom(33);
    const commits: (() => void)[] = [];
    const tally: string[] = [];
    let profile = '';
    let folder = '';
    let desk: RunningLeakdesk;
    let analyst: Analyst;
    let caseAddress = '';
    let earlier = { id: '', digest: '', cells: [''] };
    let takes = 0;

    /** Lets the test hear when the records of an import begin to be written, and holds the workers to end them. */
    async function wire(): Promise<void> {
      desk.page.on('console', (message) => {
        if (message.text() === 'commit begins') {
          commits.pop()?.();
        }
      });
      await desk.page.evaluate(() => {
        const { transaction } = IDBDatabase.prototype;
        IDBDatabase.prototype.transaction = function begin(names, mode, options) {
          if (mode === 'readwrite' && [names].flat().includes('blocks')) {
            console.info('commit begins');
          }
          return transaction.call(this, names, mode, options);
        };
        const NativeWorker = window.Worker;
        window.Worker = class extends NativeWorker {
          constructor(url: string | URL, options?: WorkerOptions) {
            super(url, options);
            window.addEventListener('end workers', () => this.terminate());
          }
        };
      });
    }

    async function start(): Promise<void> {
      desk = await launchLeakdesk(profile);
      analyst = new Analyst(desk.page);
      await wire();
    }

    async function openCase(): Promise<void> {
      await desk.page.evaluate((hash) => {
        window.location.hash = hash;
      }, caseAddress);
    }

    async function restart(): Promise<void> {
      await start();
      await analyst.unlock();
      await expect(desk.page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
      await openCase();
    }

    test.beforeAll(async () => {
      profile = await newProfile();
      folder = await mkdtemp(join(tmpdir(), 'leakdesk-files-'));
      await start();
      await analyst.createVault();
      await analyst.takeInBundledListing();
      await analyst.importBundledSample();
      await expect.poll(cells).not.toContain('');
      caseAddress = new URL(desk.page.url()).hash;
      const [id = ''] = idsOf(await vaultState(desk.page), 'samples');
      earlier = { id, digest: await blockFileDigest(desk.page, id), cells: await cells() };
    });
    test.afterAll(async () => {
      await desk.app.close();
      await removeProfile(profile);
      await rm(folder, { recursive: true, force: true });
    });

    /** Some cells of the earlier sample as they are drawn. */
    async function cells(): Promise<string[]> {
      await analyst.seeRows();
      return Promise.all([0, 1, 2, 3].map((column) => analyst.cell(column, column).innerText()));
    }

    async function kill(victim: Victim): Promise<void> {
      if (victim === 'worker') {
        await desk.page.evaluate(() => window.dispatchEvent(new Event('end workers')));
        return;
      }
      const main = desk.app.process();
      const ended = once(main, 'exit');
      if (victim === 'page') {
        const gone = desk.page.waitForEvent('crash');
        const pid = await desk.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
        );
        process.kill(pid ?? main.pid ?? 0, 'SIGKILL');
        await gone;
      }
      main.kill('SIGKILL');
      await ended;
    }

    /** Every import is wholly there or gone without trace, and all that was there before is as it was. */
    function judge(before: VaultState, after: VaultState, tables: number, keepOriginal: boolean): 'whole' | 'gone' {
      const made = idsOf(after, 'samples').filter((id) => !idsOf(before, 'samples').includes(id));
      const files = after.files.filter((name) => !before.files.includes(name));
      expect(after.files).toEqual(expect.arrayContaining([...before.files]));
      if (made.length === 0) {
        expect(after.records).toEqual(before.records);
        expect(files).toEqual([]);
        return 'gone';
      }
      expect(made).toHaveLength(tables);
      const unchanged = Object.entries(before.records).filter(([name]) => !name.startsWith('cases/'));
      expect(after.records).toMatchObject(Object.fromEntries(unchanged));
      expect(idsOf(after, 'evidence').length).toBe(idsOf(before, 'evidence').length + 1);
      expect(idsOf(after, 'auditEvents').length).toBe(idsOf(before, 'auditEvents').length + tables);
      const ofSamples = made.flatMap((id) => [id, `${id}.fingerprints`]);
      expect(files).toEqual(expect.arrayContaining(ofSamples));
      expect(files.length).toBe(ofSamples.length + (keepOriginal ? 1 : 0));
      return 'whole';
    }

    /** The vault once all is counted in it that was stored, also what a kill kept from it: nothing changes any more. */
    async function settledState(): Promise<VaultState> {
      let state = await vaultState(desk.page);
      await expect(async () => {
        await expect(desk.page.getByText(/^Counting /)).toBeHidden();
        const { records } = state;
        state = await vaultState(desk.page);
        const fingerprints = idsOf(state, 'samples').map((id) => `${id}.fingerprints`);
        expect(state.files).toEqual(expect.arrayContaining(fingerprints));
        expect(state.records).toEqual(records);
      }).toPass({ timeout: 30_000, intervals: [300] });
      return state;
    }

    async function afterWorker(): Promise<void> {
      const { page } = desk;
      // The import either ended before its worker did, or says what happened.
      await expect(
        page
          .getByRole('alert')
          .or(page.getByText(/ (is|are) stored/))
          .first(),
      ).toBeVisible();
      await expect(page.getByRole('button', { name: 'Cancel import' })).toBeHidden();
    }

    async function round(n: number, file: { readonly path: string; readonly tables: number }): Promise<void> {
      const victim = victims[n % victims.length] ?? 'app';
      const moment: Moment =
        n % 4 === 3
          ? { kind: 'commit', milliseconds: Math.floor(random() * 12) }
          : { kind: 'after', milliseconds: Math.floor(random() * takes * 1.1) };
      const keepOriginal = n % 2 === 0;
      // Other bytes each time: the same ones would be known.
      await appendFile(file.path, file.tables === 1 ? `last ${n}\n` : `-- ${n}\n`);
      const before = await settledState();
      const committing = new Promise<void>((resolve) => commits.splice(0, 1, resolve));
      await analyst.beginImport(file.path, keepOriginal);
      await (moment.kind === 'commit' ? committing : null);
      await pause(moment.milliseconds);
      await kill(victim);
      await (victim === 'worker' ? afterWorker() : restart());
      let outcome = '';
      await expect(async () => {
        outcome = judge(before, await vaultState(desk.page), file.tables, keepOriginal);
      }).toPass({ timeout: 10_000 });
      if (moment.kind === 'after') {
        // The moments follow the machine, so that most of them lie within an import however quick it is by then.
        takes *= outcome === 'whole' ? 0.85 : 1.1;
      }
      tally.push(`${victim} ${moment.kind} ${moment.milliseconds} ms: ${outcome}`);
      console.info(new Date().toISOString(), tally.at(-1));
      expect(await blockFileDigest(desk.page, earlier.id)).toBe(earlier.digest);
    }

    test('leaves the vault as it was before or after, and everything else intact', async () => {
      test.setTimeout(900_000);
      const csv = { path: join(folder, 'large.csv'), tables: 1 };
      const dump = { path: join(folder, 'dump.sql'), tables: tablesOfDump };
      await writeEcommerceSample(csv.path, { rows: 50_000, seed: 7, quirks: false });
      await writeFile(dump.path, dumpOf(16_000));
      await analyst.beginImport(csv.path, false);
      const since = performance.now();
      await expect(desk.page.getByText(/rows of “large.csv” are stored/)).toBeVisible();
      takes = performance.now() - since;
      for (let n = 0; n < kills; n++) {
        await test.step(`kill ${n + 1}`, () => round(n, n % 5 < 3 ? csv : dump));
      }
      expect(tally.filter((line) => line.endsWith('gone')).length).toBeGreaterThan(kills / 3);
      await openCase();
      const choice = desk.page.getByRole('combobox', { name: 'Sample' });
      await choice.click();
      await desk.page.getByRole('option').first().click();
      await expect.poll(cells).toEqual(earlier.cells);
    });

    test('a page whose process ended is started anew, with the vault locked', async () => {
      // Sooner after its start it would be left alone, so that it does not end for ever.
      await pause(10_000);
      const gone = desk.page.waitForEvent('crash');
      const pid = await desk.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
      );
      process.kill(pid ?? 0, 'SIGKILL');
      await gone;
      const shown = (): Promise<string> =>
        desk.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
        );
      await expect.poll(shown).toContain('The vault is locked');
    });
  });
