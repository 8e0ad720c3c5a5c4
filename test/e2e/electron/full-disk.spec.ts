import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Analyst } from '../analyst.ts';
import { launchLeakdesk, type RunningLeakdesk } from '../leakdesk.ts';
import { idsOf, vaultState } from '../vault-state.ts';

const diskMegabytes = 96;
/** Lines that no compression makes small: a third of them alone fills what the profile leaves of the disk. Synthetic. */
const largeMegabytes = 150;

/** A disk of a few megabytes where this system lets us make one; else null, and the browser's own limit stands for it. */
function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function linesOf(megabytes: number): Buffer {
  const hex = randomBytes(megabytes * 500_000).toString('hex');
  const lines = ['mail,token'];
  for (let at = 0; at < hex.length; at += 64) {
    lines.push(`u${at}@mail.example,${hex.slice(at, at + 64)}`);
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}

test.describe
  .serial('a disk that is full', () => {
    let profile = '';
    let folder = '';
    let isMounted = false;
    let desk: RunningLeakdesk;
    let analyst: Analyst;

    test.beforeAll(async () => {
      profile = await mkdtemp(join(tmpdir(), 'leakdesk-profile-'));
      folder = await mkdtemp(join(tmpdir(), 'leakdesk-files-'));
      isMounted = mountSmallDisk(profile);
      console.info(isMounted ? `a disk of ${diskMegabytes} MB` : 'no disk could be mounted: a quota of the browser');
      await writeFile(join(folder, 'large.csv'), linesOf(largeMegabytes));
      await writeFile(join(folder, 'small.csv'), 'name,mobile\nmade up,13812345678\n');
      desk = await launchLeakdesk(profile);
      analyst = new Analyst(desk.page);
      await analyst.createVault();
      await analyst.takeInBundledListing();
      await analyst.importBundledSample();
    });
    test.afterAll(async () => {
      await desk.app.close();
      if (isMounted) {
        execFileSync('umount', ['-l', profile]);
      }
      await rm(profile, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    });

    /** Leaves so much room, in bytes, or all there is for null. */
    async function leaveRoom(bytes: number | null): Promise<void> {
      if (isMounted) {
        await rm(join(profile, 'ballast'), { force: true });
        const free = Number(
          execFileSync('df', ['--output=avail', '-B1', profile], { encoding: 'utf8' }).split('\n')[1],
        );
        if (bytes !== null && free > bytes) {
          await writeFile(join(profile, 'ballast'), randomBytes(free - bytes));
        }
        return;
      }
      const session = await desk.page.context().newCDPSession(desk.page);
      const { usage = 0 } = await desk.page.evaluate(() => navigator.storage.estimate());
      const limit = bytes === null ? {} : { quotaSize: usage + bytes };
      await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(desk.page.url()).origin, ...limit });
    }

    for (const [what, room, keepOriginal] of [
      ['its blocks are written', diskMegabytes * 300_000, false],
      ['the original is kept', diskMegabytes * 300_000, true],
    ] as const) {
      test(`while ${what} is told, and leaves nothing`, async () => {
        const before = await vaultState(desk.page);
        await leaveRoom(room);
        await analyst.beginImport(join(folder, 'large.csv'), keepOriginal);
        await expect(desk.page.getByRole('alert')).toContainText('The disk is full. Nothing of “large.csv” was kept', {
          timeout: 90_000,
        });
        expect(await vaultState(desk.page)).toEqual(before);
        await analyst.seeRows();
      });
    }

    test('while the records are written is told the same, and leaves nothing', async () => {
      await leaveRoom(null);
      const before = await vaultState(desk.page);
      // The last moment before the commit: the files are there, and no byte more goes in.
      await desk.page.evaluate(() => {
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function full(...given) {
          if (this.name === 'samples') {
            IDBObjectStore.prototype.put = put;
            throw new DOMException('Encountered full disk while committing', 'QuotaExceededError');
          }
          return put.apply(this, given);
        };
      });
      await analyst.beginImport(join(folder, 'small.csv'), true);
      await expect(desk.page.getByRole('alert')).toContainText('The disk is full. Nothing of “small.csv” was kept');
      expect(await vaultState(desk.page)).toEqual(before);
    });

    test('lets a smaller file in afterwards', async () => {
      await leaveRoom(null);
      await analyst.beginImport(join(folder, 'small.csv'), true);
      await expect(desk.page.getByText(/row of “small.csv” is stored/)).toBeVisible();
      expect(idsOf(await vaultState(desk.page), 'samples')).toHaveLength(2);
    });
  });
