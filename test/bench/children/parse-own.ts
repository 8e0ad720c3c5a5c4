import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fastKernels } from '#shared/kernel/fast-kernels.ts';
import { piecesOf, tell, word } from '../child-clock.ts';

const begin = performance.now();
const compiled = readFileSync(resolve(import.meta.dirname, '../../shared/kernel/compiled/kernels.wasm'));
const scanner = fastKernels(new WebAssembly.Module(compiled)).createCsvScanner({
  ...{ separator: 0x2c, columns: null, hasHeader: true, rowsPerBlock: 8192 },
  ...{ onBlock: () => undefined, onRejected: () => undefined },
});
for (const piece of piecesOf(word(0))) {
  scanner.push(piece);
}
const { records } = scanner.end();
tell(performance.now() - begin, records);
