declare module '*/scripts/run/counts.mjs' {
  /** What became of a run: how many tests passed and failed, and the names of those that were skipped. */
  export type Counts = {
    readonly passed: number;
    readonly failed: number;
    readonly skipped: readonly string[];
    readonly remark?: string;
  };
  export function countVitest(report: unknown): Counts;
  export function countPlaywright(report: unknown, projects: readonly string[]): Counts;
  export function judge(code: number, counts: Counts | undefined): Counts;
}
