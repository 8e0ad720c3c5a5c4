import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TableStudy } from '#shared/classify/table-study.ts';
import { shapedColumns } from '#shared/expose/cell-judge.ts';
import { createProfiler, type Profiler } from '#shared/expose/profile.ts';
import { fastKernels } from '#shared/kernel/fast-kernels.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import { piecesOf, tell, word } from '../child-clock.ts';

/*
 * What classification costs while a file is parsed: the verdicts on its columns alone, or with the count over every row.
 * Only that is timed. The second word says which: `verdicts` or `count`.
 */
const isCounted = word(1) === 'count';
const compiled = readFileSync(resolve(import.meta.dirname, '../../shared/kernel/compiled/kernels.wasm'));
const kernels = fastKernels(new WebAssembly.Module(compiled));
const study = new TableStudy();
let profiler: Profiler | null = null;
let names: readonly string[] | null = null;
let milliseconds = 0;

function onBlock({ rows, columns }: RowBlock): void {
  const begin = performance.now();
  study.see(columns, names);
  if (isCounted) {
    profiler ??= createProfiler(study.detections.map(({ fieldType }) => fieldType));
    profiler.addBlock(rows, shapedColumns(columns, kernels.describeCells));
  }
  milliseconds += performance.now() - begin;
}

const scanner = kernels.createCsvScanner({
  ...{ separator: 0x2c, columns: null, hasHeader: true, rowsPerBlock: 8192, onRejected: () => undefined, onBlock },
  onHeader: (header) => {
    names = header;
  },
});
for (const piece of piecesOf(word(0))) {
  scanner.push(piece);
}
const { records } = scanner.end();
tell(milliseconds, records);
