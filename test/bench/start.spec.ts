import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { newProfile, removeProfile } from '../e2e/leakdesk.ts';
import { type ProgramUnderTest, startProgram } from '../e2e/packaged/program.ts';
import { figure, machine, printTable, spreadOf } from './report.ts';

const runs = 5;
const projectFolder = resolve(import.meta.dirname, '../..');
/** In Node the package's export is the path of the program. */
const electron = String(createRequire(import.meta.url)('electron'));

/** Waits for the first paint, and says when it was on the clock of the machine. */
async function firstPaint({ page }: ProgramUnderTest): Promise<number> {
  await expect(page.getByRole('heading', { name: 'Create your vault' })).toBeVisible();
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          if (paint !== undefined) {
            observer.disconnect();
            resolve(performance.timeOrigin + paint.startTime);
          }
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

test('from the start of the main process to the first painted window', async () => {
  const milliseconds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const profile = await newProfile();
    // No driver is attached while the app starts: it would hold the start up.
    const program = await startProgram(electron, [projectFolder], profile);
    try {
      milliseconds.push((await firstPaint(program)) - program.startedAt);
    } finally {
      await program.stop();
      await removeProfile(profile);
    }
  }
  const { min, median, max } = spreadOf(milliseconds);
  expect(milliseconds.filter((value) => value > 0)).toHaveLength(runs);
  printTable(`Start (${machine()})`, [
    ['ms', 'min', 'median', 'max', 'runs'],
    ['process start → first contentful paint, new profile', ...[min, median, max, runs].map(figure)],
  ]);
});
