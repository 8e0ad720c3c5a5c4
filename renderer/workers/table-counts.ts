import { shapedColumns } from '#shared/expose/cell-judge.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import { CountThread } from './count-thread.ts';
import { figuresOf, type TableCounts } from './table-count.ts';

function countsHere(kernels: Kernels): TableCounts {
  return {
    begin: (types) => {
      const profiler = createProfiler(types);
      return {
        widen: (wider) => profiler.widen(wider),
        addBlock: ({ rows, columns }) => profiler.addBlock(rows, shapedColumns(columns, kernels.describeCells)),
        figures: async () => figuresOf(profiler),
      };
    },
    settle: async () => undefined,
    stop: () => undefined,
  };
}

/** Begins to count: on a thread of its own where memory can be shared with one, else here. */
export function createTableCounts(kernels: Kernels, compiled: WebAssembly.Module | null): TableCounts {
  return crossOriginIsolated ? new CountThread(compiled) : countsHere(kernels);
}
