import { defineConfig } from '@playwright/test';

/** Measurements. They print what they find and fail only when the work itself was wrong, never for being slow. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/bench',
  timeout: 3_600_000,
  expect: { timeout: 120_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['line']],
});
