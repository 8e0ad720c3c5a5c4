import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { countPlaywright, countVitest, judge } from './counts.mjs';
import { electronEnvironment } from './electron-environment.mjs';
import { projectRoot } from './paths.mjs';
import { runShown } from './processes.mjs';
import { tool } from './tools.mjs';
import { withVirtualDisplay } from './virtual-display.mjs';

/** Runs Vitest, on the named projects or on all. */
export function runVitest(...projects) {
  return withReport(async (report) => {
    const { command, args } = tool(
      'vitest',
      'vitest',
      ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...['--allowOnly=false', '--retry=0'],
      ...projects.flatMap((project) => ['--project', project]),
    );
    const { code } = await runShown(command, args, { cwd: projectRoot });
    return judge(code, await readCounts(report, countVitest));
  });
}

/** Runs the named Playwright projects on a virtual display. */
export function runPlaywright(...projects) {
  return withReport(async (report) => {
    const { command, args } = tool(
      '@playwright/test',
      'playwright',
      ...['test', '--config', 'test/e2e/playwright.config.ts', '--reporter=list,json'],
      ...['--retries=0', '--forbid-only'],
      ...projects.flatMap((project) => ['--project', project]),
    );
    const { code } = await withVirtualDisplay((env) =>
      runShown(command, args, {
        cwd: projectRoot,
        env: { ...electronEnvironment(env), PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      }),
    );
    return judge(code, await readCounts(report, (found) => countPlaywright(found, projects)));
  });
}

async function withReport(run) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'leakdesk-report-'));
  try {
    return await run(path.join(folder, 'report.json'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readCounts(report, count) {
  return existsSync(report) ? count(JSON.parse(await readFile(report, 'utf8'))) : undefined;
}
