import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const projectFolder = resolve(import.meta.dirname, '../..');

/** A running Leakdesk, its one window, and the profile folder that holds its vault. */
export type RunningLeakdesk = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** What the page wrote to its console as an error; a clean run leaves it empty. */
  readonly complaints: readonly string[];
};

/** A folder for a new profile. */
export function newProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'leakdesk-profile-'));
}

/** Removes a profile and everything in it. */
export function removeProfile(profile: string): Promise<void> {
  return rm(profile, { recursive: true, force: true });
}

/** Starts the built app on a profile and waits for its window. */
export async function launchLeakdesk(profile: string): Promise<RunningLeakdesk> {
  const app = await _electron.launch({ args: [projectFolder, `--user-data-dir=${profile}`], cwd: projectFolder });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? String(error)));
  return { app, page, profile, complaints };
}

/** Makes the next save dialogs answer with this path, as if the analyst had chosen it; null stands for Cancel. */
export async function answerSaveDialog({ app }: RunningLeakdesk, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}
