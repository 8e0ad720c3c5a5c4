import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { z } from 'zod';

/** A program that was started as a user starts it; the tests look into its window from outside. */
export type ProgramUnderTest = {
  readonly page: Page;
  /** When it was started, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Ends it with everything it started. */
  readonly stop: () => Promise<void>;
};

const patience = 30_000;

/** Asks again and again until there is an answer; null means not yet. */
async function awaited<T>(child: ChildProcess, look: () => Promise<T | null>): Promise<T> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline && child.exitCode === null) {
    const found = await look().catch(() => null);
    if (found !== null) {
      return found;
    }
    await pause(50);
  }
  throw new Error(`The program showed no window within ${patience / 1000} s (exit code ${child.exitCode}).`);
}

/** The address at which the program can be looked into; Chromium writes its port into the profile. */
async function addressOf(profile: string): Promise<string | null> {
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return port === undefined || port === '' ? null : `http://127.0.0.1:${port}`;
}

const targetsSchema = z.array(z.object({ type: z.string(), url: z.string() }));

/** Whether the window has its page. Before that Electron answers nobody who connects. */
async function hasPage(address: string): Promise<true | null> {
  const targets = targetsSchema.parse(await (await fetch(`${address}/json/list`)).json());
  return targets.some(({ type, url }) => type === 'page' && url.startsWith('app:')) ? true : null;
}

async function windowOf(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (context === undefined) {
    throw new Error('The program has no browser context.');
  }
  return context.pages()[0] ?? context.waitForEvent('page');
}

async function stop(child: ChildProcess, browser: Browser | null): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  await browser?.close().catch(() => undefined);
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    // The group: the processes that the program started go with it.
    process.kill(-child.pid, 'SIGKILL');
    await ended;
  }
}

/** Starts a program on a profile and waits for its window. As root Electron runs without its sandbox. */
export async function startProgram(
  command: string,
  args: readonly string[],
  profile: string,
): Promise<ProgramUnderTest> {
  // An earlier start has left its address behind.
  await rm(join(profile, 'DevToolsActivePort'), { force: true });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const startedAt = Date.now();
  const child = spawn(command, [...sandbox, ...args, `--user-data-dir=${profile}`, '--remote-debugging-port=0'], {
    stdio: 'ignore',
    detached: true,
  });
  let browser: Browser | null = null;
  try {
    const address = await awaited(child, () => addressOf(profile));
    await awaited(child, () => hasPage(address));
    browser = await chromium.connectOverCDP(address);
    const connected = browser;
    return { page: await windowOf(connected), startedAt, stop: () => stop(child, connected) };
  } catch (cause) {
    await stop(child, browser);
    throw cause;
  }
}
