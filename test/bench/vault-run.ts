import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { Analyst } from '../e2e/analyst.ts';
import { launchLeakdesk, newProfile, type RunningLeakdesk, removeProfile } from '../e2e/leakdesk.ts';
import { type WatchedImport, watchImport } from './import-watch.ts';
import { idleMemory, type WatchedMemory, watchMemory } from './memory.ts';
import type { SampleFile } from './sample-file.ts';

/** A vault that holds the sample, its app closed. */
export type StockedVault = { readonly profile: string; readonly remove: () => Promise<void> };

/** An import into a new vault. */
export type VaultImport = WatchedImport & {
  /** From the same press until every row is counted, too. */
  readonly countedSeconds: number;
  readonly vault: StockedVault;
  /** What the vault's folders take on the disk more than before. */
  readonly diskBytes: number;
  /** During the import; null when it was not watched. `countedPeak`: the same until every row is counted, too. */
  readonly memory: (WatchedMemory & Idle & { readonly countedPeak: number }) | null;
};

/** What the app takes while it does nothing: just started, and with a vault and a case open. */
type Idle = { readonly started: number; readonly withCase: number };

/** What else than time is watched. Watching costs time, so that the timed rounds go without. */
export type Watched = 'time' | 'frames' | 'memory';

/** How long the window is left alone, to see its frames without an import. */
const idleMilliseconds = 3000;

/** Where a profile keeps what the vault holds; the rest is Chromium's. */
const vaultFolders = ['File System', 'IndexedDB'];

function diskUse(path: string): number {
  const found = lstatSync(path, { throwIfNoEntry: false });
  const own = (found?.blocks ?? 0) * 512;
  return found?.isDirectory() === true
    ? readdirSync(path).reduce((sum, name) => sum + diskUse(join(path, name)), own)
    : own;
}

function vaultBytes(profile: string): number {
  return vaultFolders.reduce((sum, folder) => sum + diskUse(join(profile, folder)), 0);
}

function processOf({ app }: RunningLeakdesk): number {
  const { pid } = app.process();
  if (pid === undefined) {
    throw new Error('The app has no process.');
  }
  return pid;
}

/** Presses what an analyst presses, and watches. The only place that knows how an import is begun. */
async function importWatched({ page }: RunningLeakdesk, analyst: Analyst, file: SampleFile, withFrames: boolean) {
  const done = watchImport(page, withFrames);
  await pause(withFrames ? idleMilliseconds : 0);
  await analyst.importFile(file.path);
  return await done;
}

/** Waits until the rows of what was imported are counted; the seconds that took. */
async function countEnded({ page }: RunningLeakdesk): Promise<number> {
  const began = performance.now();
  const job = page.getByText(/^Counting /);
  await job.waitFor();
  await job.waitFor({ state: 'hidden', timeout: 600_000 });
  return (performance.now() - began) / 1000;
}

/** Starts the app on a new profile, makes a vault and a case, and imports the file. */
export async function importIntoNewVault(file: SampleFile, watched: Watched): Promise<VaultImport> {
  const profile = await newProfile();
  const desk = await launchLeakdesk(profile);
  try {
    const analyst = new Analyst(desk.page);
    const root = watched === 'memory' ? processOf(desk) : null;
    const started = root === null ? 0 : await idleMemory(root);
    await analyst.createVault();
    await analyst.takeInBundledListing();
    await analyst.openTab('Samples');
    const before = vaultBytes(profile);
    const withCase = root === null ? 0 : await idleMemory(root);
    const watch = root === null ? null : watchMemory(root);
    const seen = await importWatched(desk, analyst, file, watched === 'frames');
    const took = watch?.soFar() ?? null;
    const countedSeconds = seen.seconds + (await countEnded(desk));
    const countedPeak = watch?.stop().peak ?? 0;
    expect(seen.records).toBe(file.rows);
    await desk.app.close();
    const vault = { profile, remove: () => removeProfile(profile) };
    const memory = took === null ? null : { ...took, countedPeak, started, withCase };
    return { ...seen, countedSeconds, memory, vault, diskBytes: vaultBytes(profile) - before };
  } catch (cause) {
    await desk.app.close();
    await removeProfile(profile);
    throw cause;
  }
}
