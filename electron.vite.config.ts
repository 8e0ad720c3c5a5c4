import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = import.meta.dirname;
const { devDependencies } = JSON.parse(readFileSync(resolve(here, 'package.json'), 'utf8'));

// The content security policy forbids compiled code, which zod tries as soon as a schema is made. Schemas are made while
// modules load, in an order that only the bundler knows, so every chunk says it first.
const withoutCompiledSchemas = 'globalThis.__zod_globalConfig ??= { jitless: true };';

export default defineConfig({
  main: {
    define: { __PINNED_ELECTRON__: JSON.stringify(devDependencies.electron) },
    build: {
      target: 'node20.18',
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: { input: { index: resolve(here, 'electron/main/index.ts') } },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(here, 'electron/preload/index.ts') },
        // A sandboxed preload script can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'renderer'),
    plugins: [react()],
    html: { cspNonce: '__CSP_NONCE__' },
    worker: { format: 'es', rolldownOptions: { output: { intro: withoutCompiledSchemas } } },
    build: {
      target: 'chrome130',
      outDir: resolve(here, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      rolldownOptions: {
        input: { index: resolve(here, 'renderer/index.html') },
        output: { intro: withoutCompiledSchemas },
      },
    },
  },
});
