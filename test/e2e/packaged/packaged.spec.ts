import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { Analyst } from '../analyst.ts';
import { newProfile, removeProfile } from '../leakdesk.ts';
import { filesInArchive, fusesOf } from './archive.ts';
import { type ProgramUnderTest, startProgram } from './program.ts';

const folder = resolve(import.meta.dirname, '../../../dist/linux-unpacked');
const program = join(folder, 'leakdesk');
const archive = join(folder, 'resources', 'app.asar');

test.describe('the package', () => {
  test('holds the built app and its package.json, and nothing else', () => {
    const files = filesInArchive(archive);
    const built = files.filter((path) => /^out\/(?:main|preload|renderer)\//.test(path));
    expect(files.filter((path) => !built.includes(path))).toEqual(['package.json']);
    for (const path of ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']) {
      expect(files).toContain(path);
    }
  });

  test('has nothing left behind of the Electron it was made from', () => {
    expect(readdirSync(join(folder, 'resources')).toSorted()).toEqual(['app.asar']);
    expect(existsSync(join(folder, 'version'))).toBe(false);
    expect(existsSync(join(folder, 'electron'))).toBe(false);
  });

  test('runs our code only: its fuses are set', () => {
    expect(fusesOf(program)).toEqual({
      ...{ runAsNode: false, cookieEncryption: true, nodeOptions: false, nodeCliInspect: false },
      ...{ asarIntegrity: true, onlyLoadAppFromAsar: true, browserSnapshot: false, fileProtocolPrivileges: false },
    });
  });

  test('does not serve as Node.js', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'leakdesk-node-'));
    const witness = join(elsewhere, 'witness');
    const source = `require('node:fs').writeFileSync(${JSON.stringify(witness)}, 'ran')`;
    spawnSync(program, ['-e', source, '--no-sandbox', `--user-data-dir=${elsewhere}`], {
      ...{ env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', DISPLAY: '' }, timeout: 15_000, killSignal: 'SIGKILL' },
    });
    expect(existsSync(witness)).toBe(false);
    rmSync(elsewhere, { recursive: true, force: true });
  });
});

test.describe
  .serial('the packaged app', () => {
    let profile = '';
    let running: ProgramUnderTest | null = null;
    let analyst: Analyst;
    const complaints: string[] = [];

    async function start(): Promise<void> {
      running = await startProgram(program, [], profile);
      const { page } = running;
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      analyst = new Analyst(page);
    }

    test.beforeAll(async () => {
      profile = await newProfile();
      await start();
    });
    test.afterAll(async () => {
      await running?.stop();
      await removeProfile(profile);
    });

    test('takes the bundled listing and sample to their exposure', async () => {
      await analyst.createVault();
      await analyst.takeInBundledListing();
      await analyst.confirmAllClaims();
      await analyst.importBundledSample();
      await analyst.openTab('Exposure');
      const mobile = (await analyst.exposure()).find(({ label }) => label === 'Mobile number');
      expect(mobile?.claimed).toBe('yes, and seen');
      expect(mobile?.valid ?? 0).toBeGreaterThan(0);
    });

    test('finds everything again when it is started anew', async () => {
      await running?.stop();
      await start();
      await analyst.unlock();
      await analyst.goTo('Cases');
      await analyst.page.getByRole('link', { name: /Alleged/ }).click();
      await analyst.openTab('Samples');
      await analyst.seeRows();
    });

    test('complains of nothing', () => {
      expect(complaints).toEqual([]);
    });
  });
