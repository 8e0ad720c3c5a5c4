import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const pageLibraries = [
  '@mantine/core',
  '@mantine/hooks',
  '@mantine/notifications',
  '@noble/ciphers/chacha.js',
  '@noble/hashes/hkdf.js',
  '@noble/hashes/sha2.js',
  '@noble/hashes/utils.js',
  '@tabler/icons-react',
  '@zxcvbn-ts/core',
  '@zxcvbn-ts/language-common',
  '@zxcvbn-ts/language-en',
  'ag-grid-community',
  'ag-grid-react',
  'axe-core',
  'comlink',
  'dexie',
  'dexie-react-hooks',
  'hash-wasm',
  'libphonenumber-js/min',
  'liquidjs',
  're2js',
  'react',
  'react-dom',
  'react-dom/client',
  'react-router',
  'recharts',
  'react/jsx-dev-runtime',
  'uuid',
  'vitest-browser-react',
  'zod',
];

/** Two runners: `unit` in Node, and `component` in Debian's current Chromium, with a real DOM and a real IndexedDB. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/{shared,electron,cli,scripts,flow,upgrades,architecture}/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        plugins: [react()],
        // Named here, so that a first run on a clean checkout finds none of them mid-way and reloads.
        optimizeDeps: { include: pageLibraries },
        test: {
          name: 'component',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
          },
        },
      },
    ],
  },
});
