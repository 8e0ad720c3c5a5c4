import type { CheckResult } from '../domain/check.ts';
import { type Check, type CheckRun, type Finding, notRun } from './check.ts';
import type { CheckedTable, TextRows } from './checked-table.ts';
import { checks } from './checks.ts';

/** Runs every check over a table while its rows pass once. */
export type Verifier = {
  /** Takes in the next rows. Blocks come in order and may be cut anywhere. */
  addBlock(rows: TextRows): void;
  /** One result for each check, in the order of the list. */
  finish(): CheckResult[];
};

function resultOf({ id }: Check, run: CheckRun | string): CheckResult {
  const { outcome, figure, text, counter }: Finding = typeof run === 'string' ? notRun(run) : run.finish();
  return {
    id,
    outcome,
    figure,
    text,
    counterRows: counter?.first ?? [],
    counterCount: counter?.count ?? 0,
    columns: typeof run === 'string' ? [] : run.columns,
  };
}

/** Starts all checks on a table. What depends on a clock, on other samples or on the seller comes with the table. */
export function verifySample(table: CheckedTable): Verifier {
  const running = checks.map((check) => ({ check, run: check.start(table) }));
  return {
    addBlock(rows) {
      for (const { run } of running) {
        if (typeof run !== 'string') {
          run.addBlock(rows);
        }
      }
    },
    finish: () => running.map(({ check, run }) => resultOf(check, run)),
  };
}
