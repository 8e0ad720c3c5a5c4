import { bench } from './bench.ts';
import { goals } from './goals.ts';
import { withFreshApp } from './open-vault.ts';
import { goalLine, printGoals, printTable } from './report.ts';
import { settings } from './settings.ts';

/** Of the eight columns of the file: the product (no key of a person), and the mobile number (a key). */
const product = 'item';
const phone = 'mobile';

bench('counting anew after one column changes its type', async ({ stockedVault }) => {
  const rounds: { first: number; again: number; person: number }[] = [];
  for (let round = 0; round < settings.rounds; round += 1) {
    rounds.push(
      await withFreshApp(stockedVault, async (line) => ({
        first: await line.recount(product, 'nickname'),
        again: await line.recount(product, 'username'),
        person: await line.recount(phone, 'landline'),
      })),
    );
  }
  const times = (of: (round: (typeof rounds)[number]) => number): number[] => rounds.map(of);
  const line = (name: string, values: readonly number[]): readonly string[] => [
    name,
    ...values.map((value) => value.toFixed(0)),
  ];
  printTable('Counting anew after one change of a column’s type, as the page asks its worker', [
    ['milliseconds', ...rounds.map((_, round) => `round ${round + 1}`)],
    line(
      'first change after the sample was opened',
      times(({ first }) => first),
    ),
    line(
      'a later change',
      times(({ again }) => again),
    ),
    line(
      'a change of a key of persons',
      times(({ person }) => person),
    ),
  ]);
  printGoals('Goal of counting anew', [
    goalLine(
      goals.recount,
      times(({ again }) => again),
    ),
    goalLine(
      goals.recountPersons,
      times(({ person }) => person),
    ),
  ]);
});
