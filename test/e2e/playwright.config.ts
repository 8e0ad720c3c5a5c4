import { defineConfig } from '@playwright/test';

/**
 * The app as an analyst meets it. `electron`: the built app in the resolved Electron; `chromium`: the page alone in
 * Debian's current Chromium; `packaged`: the directory build; `demo`: what `npm start` shows where there is no display.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  projects: [
    { name: 'electron', testMatch: 'electron/*.spec.ts' },
    { name: 'chromium', testMatch: 'chromium/*.spec.ts' },
    { name: 'packaged', testMatch: 'packaged/*.spec.ts' },
    { name: 'demo', testMatch: 'demo/*.spec.ts' },
  ],
});
