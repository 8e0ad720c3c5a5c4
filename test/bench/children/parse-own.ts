import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { fastKernels } from '#shared/kernel/fast-kernels.ts';
import { tell, word } from '../child-clock.ts';

const begin = performance.now();
const compiled = readFileSync(resolve(import.meta.dirname, '../../shared/kernel/compiled/kernels.wasm'));
const scanner = fastKernels(new WebAssembly.Module(compiled)).createCsvScanner({
  ...{ separator: 0x2c, columns: null, hasHeader: true, rowsPerBlock: 8192 },
  ...{ onBlock: () => undefined, onRejected: () => undefined },
});
const buffer = new Uint8Array(1 << 19);
const file = openSync(word(0), 'r');
for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
  scanner.push(buffer.subarray(0, read));
}
closeSync(file);
const { records } = scanner.end();
tell(begin, records);
