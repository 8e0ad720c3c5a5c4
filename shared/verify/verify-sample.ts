import type { CheckResult } from '../domain/check.ts';
import { type Check, type CheckRun, type Finding, notRun } from './check.ts';
import type { CheckedTable, TextRows } from './checked-table.ts';
import { checks } from './checks.ts';
import { stripePicker } from './stripes.ts';

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

/**
 * Starts all checks on a table. What depends on a clock, on other samples or on the seller comes with the table. Of a table
 * with more than 200,000 rows most checks hear evenly spread runs, so that their cost is bounded (`stripePicker`).
 */
export function verifySample(table: CheckedTable): Verifier {
  const running = checks.map((check) => ({ check, run: check.start(table) }));
  const pick = stripePicker(table.rows);
  return {
    addBlock(rows) {
      const picked = pick(rows);
      for (const { check, run } of running) {
        if (typeof run !== 'string') {
          for (const piece of check.hearsAll === true ? [rows] : picked) {
            run.addBlock(piece);
          }
        }
      }
    },
    finish: () => running.map(({ check, run }) => resultOf(check, run)),
  };
}
