import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The command line as one file that needs no packages: Node 20 cannot run TypeScript. The folder comes from the builder. */
export default defineConfig({
  root: here,
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20.19',
    minify: false,
    rolldownOptions: {
      input: { index: resolve(here, 'cli/index.ts') },
      output: { entryFileNames: '[name].mjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
});
