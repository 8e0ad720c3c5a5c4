import { expect } from '@playwright/test';
import { bench } from './bench.ts';
import { goals } from './goals.ts';
import { figure, goalLine, printGoals, printTable } from './report.ts';
import { describeFile, type SampleFile, writeSampleFile } from './sample-file.ts';
import { settings } from './settings.ts';
import { importIntoNewVault, type VaultImport } from './vault-run.ts';

/* What is watched here slows the import down, so that none of these rounds is a timed one. */
const rounds = Math.max(1, Math.ceil(settings.rounds / 2));
const timesLarger = 5;

type Memory = NonNullable<VaultImport['memory']>;

async function measureMemory(file: SampleFile): Promise<Memory> {
  const { memory, vault } = await importIntoNewVault(file, 'memory');
  await vault.remove();
  if (memory === null) {
    throw new Error('The memory was not watched.');
  }
  // A slower pace could miss the peak.
  expect(memory.samplesPerSecond).toBeGreaterThan(10);
  return memory;
}

function memoryTable(file: SampleFile, found: readonly Memory[]): void {
  printTable(`Memory of all processes (PSS), ${describeFile(file)}`, [
    ['MB', ...found.map((_, round) => `round ${round + 1}`)],
    ['idle, just started', ...found.map(({ started }) => figure(started / 1e6))],
    ['idle, a case open', ...found.map(({ withCase }) => figure(withCase / 1e6))],
    ['peak during import', ...found.map(({ peak }) => figure(peak / 1e6))],
    ['peak until every row is counted', ...found.map(({ countedPeak }) => figure(countedPeak / 1e6))],
    ['samples per second', ...found.map(({ samplesPerSecond }) => figure(samplesPerSecond))],
  ]);
}

bench('the window during an import', async ({ sampleFile }) => {
  const gaps: number[] = [];
  const tasks: number[] = [];
  const idle: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { longestGap, longestTask, idleGap, vault } = await importIntoNewVault(sampleFile, 'frames');
    await vault.remove();
    gaps.push(longestGap);
    tasks.push(longestTask);
    idle.push(idleGap);
  }
  printTable('The window during import', [
    ['milliseconds', ...gaps.map((_, round) => `round ${round + 1}`)],
    ['longest time between two frames, three idle seconds', ...idle.map((value) => value.toFixed(1))],
    ['longest time between two frames, import', ...gaps.map((value) => value.toFixed(1))],
    ['longest task of the page, import (0: none from 50 up)', ...tasks.map((value) => value.toFixed(1))],
  ]);
  printGoals('Goal of the window', [goalLine(goals.frameGap, gaps)]);
});

bench('memory during an import', async ({ sampleFile }) => {
  const found: Memory[] = [];
  for (let round = 0; round < rounds; round += 1) {
    found.push(await measureMemory(sampleFile));
  }
  memoryTable(sampleFile, found);
  printGoals('Goal of the memory', [
    goalLine(
      goals.peakToIdle,
      // The stricter of the two: opening a vault leaves memory behind that is in no hurry to be given back.
      found.map(({ peak, started, withCase }) => peak / Math.min(started, withCase)),
    ),
  ]);
});

async function measureLarger(sampleFile: SampleFile): Promise<void> {
  bench.setTimeout(3_600_000);
  const usual = await measureMemory(sampleFile);
  const larger = await writeSampleFile(settings.rows * timesLarger);
  try {
    const long = await measureMemory(larger);
    memoryTable(sampleFile, [usual]);
    memoryTable(larger, [long]);
    printGoals('Goal of the bound', [goalLine(goals.longPeakToPeak, [long.peak / usual.peak])]);
  } finally {
    await larger.remove();
  }
}

if (settings.isLong) {
  bench('memory during an import of five times the rows', ({ sampleFile }) => measureLarger(sampleFile));
}
