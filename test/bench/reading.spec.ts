import { bench } from './bench.ts';
import { goals } from './goals.ts';
import { withFreshApp } from './open-vault.ts';
import { goalLine, printGoals, printTable, quantile } from './report.ts';
import { settings } from './settings.ts';

/** How many rows the grid asks for at a time. */
const rowsOnScreen = 100;
const reads = 100;

bench('reading a block at random, all columns', async ({ stockedVault }) => {
  const rounds: (readonly number[])[] = [];
  for (let round = 0; round < settings.rounds; round += 1) {
    rounds.push(await withFreshApp(stockedVault, (line) => line.readBlocks(reads, rowsOnScreen)));
  }
  const line = (name: string, share: number): readonly string[] => [
    name,
    ...rounds.map((times) => quantile(times, share).toFixed(1)),
  ];
  printTable(`Reading ${rowsOnScreen} rows of a block not read before, all columns, masked, as the grid asks`, [
    ['milliseconds', ...rounds.map((times, round) => `round ${round + 1}, ${times.length} reads`)],
    ...[line('p50', 0.5), line('p95', 0.95), line('longest', 1)],
  ]);
  const p95 = rounds.map((times) => quantile(times, 0.95));
  printGoals('Goal of reading', [goalLine(goals.blockRead, p95)]);
});
