import { closeSync, openSync, readSync } from 'node:fs';
import { createCsvScanner } from '#shared/kernel/scan-csv.ts';
import { tell, word } from '../child-clock.ts';

const begin = performance.now();
const scanner = createCsvScanner({
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
