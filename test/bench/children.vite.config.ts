import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(import.meta.dirname, 'children');

/** The programs that a benchmark runs in Node processes of their own: Node 20 cannot run TypeScript. */
export default defineConfig({
  root,
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20.19',
    outDir: resolve(root, 'out/bench'),
    emptyOutDir: true,
    rolldownOptions: {
      input: Object.fromEntries(readdirSync(folder).map((name) => [basename(name, '.ts'), resolve(folder, name)])),
      output: { entryFileNames: '[name].mjs' },
    },
  },
});
