import { changeType } from './analyst-change.ts';
import { bench } from './bench.ts';
import { goals } from './goals.ts';
import { withFreshApp } from './open-vault.ts';
import { goalLine, printGoals, printTable } from './report.ts';
import { settings } from './settings.ts';

/** Of the eight columns of the file: the product (no key of a person), and the mobile number (a key). */
const product = 'item';
const phone = 'mobile';

/** So long the worker is left alone after the sample was opened, as an analyst looks at the rows. */
const lookAtRows = 20_000;

type Round = {
  readonly atOnce: number;
  readonly first: number;
  readonly again: number;
  readonly back: number;
  readonly person: number;
  readonly personBack: number;
  readonly typed: number;
  readonly typedPerson: number;
};

const lines: readonly (readonly [string, keyof Round])[] = [
  ['the first change, at once after the sample was opened', 'atOnce'],
  [`the first change, ${lookAtRows / 1000} s after the sample was opened`, 'first'],
  ['a later change', 'again'],
  ['the way back', 'back'],
  ['a change of a key of persons', 'person'],
  ['the way back', 'personBack'],
  ['a change made by keyboard, until the notice that it is kept', 'typed'],
  ['the same of a key of persons', 'typedPerson'],
];

bench('counting anew after one column changes its type', async ({ stockedVault }) => {
  const rounds: Round[] = [];
  for (let round = 0; round < settings.rounds; round += 1) {
    const atOnce = await withFreshApp(stockedVault, (line) => line.recount(product, 'nickname'));
    rounds.push(
      await withFreshApp(stockedVault, async (line, analyst) => {
        await line.rest(lookAtRows);
        return {
          atOnce,
          first: await line.recount(product, 'nickname'),
          again: await line.recount(product, 'username'),
          back: await line.recountBack('username', product),
          person: await line.recount(phone, 'landline'),
          personBack: await line.recountBack('landline', phone),
          // Types that were not asked for above, so that nothing is known of them; taken back for the next round.
          typed: await changeType(analyst, 5, 'Employer'),
          typedPerson: await changeType(analyst, 4, 'QQ number'),
        };
      }),
    );
  }
  printTable('Counting anew after one change of a column’s type, as the page asks its worker', [
    ['milliseconds', ...rounds.map((_, round) => `round ${round + 1}`)],
    ...lines.map(([name, of]) => [name, ...rounds.map((round) => round[of].toFixed(0))]),
  ]);
  printGoals('Goal of counting anew', [
    goalLine(
      goals.recount,
      rounds.map(({ again }) => again),
    ),
    goalLine(
      goals.recountPersons,
      rounds.map(({ person }) => person),
    ),
    goalLine(
      goals.recountTyped,
      rounds.flatMap(({ typed, typedPerson }) => [typed, typedPerson]),
    ),
  ]);
});
