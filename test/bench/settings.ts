function numberFrom(name: string, usual: number): number {
  const given = Number(process.env[name]);
  return Number.isSafeInteger(given) && given > 0 ? given : usual;
}

/** What `npm run bench` was asked for; `scripts/bench.mjs` puts it into the environment. */
export const settings = {
  /** Rows of the generated file. */
  rows: numberFrom('LEAKDESK_BENCH_ROWS', 1_000_000),
  /** How often each tool runs, one after the other. */
  rounds: numberFrom('LEAKDESK_BENCH_ROUNDS', 4),
  /** Whether the long measurements run too: five times the rows. */
  isLong: process.env['LEAKDESK_BENCH_LONG'] === '1',
} as const;
