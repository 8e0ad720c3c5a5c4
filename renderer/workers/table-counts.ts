import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { TypeProfile } from '#shared/domain/sample.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import { CountThread } from './count-thread.ts';

/** Counts what one table shows of each field type while it is read. */
export type TableCount = {
  /** Takes a block; its memory may be used again at once. */
  readonly addBlock: (block: RowBlock) => void;
  /** The figures over every block. */
  readonly profiles: () => Promise<readonly TypeProfile[]>;
};

/** Counts the tables of one import. */
export type TableCounts = {
  readonly begin: (types: readonly FieldTypeId[]) => TableCount;
  /** Resolves once so little is left to count that more may come. */
  readonly settle: () => Promise<void>;
  readonly stop: () => void;
};

function countsHere(kernels: Kernels): TableCounts {
  return {
    begin: (types) => {
      const profiler = createProfiler(types);
      return {
        addBlock: ({ rows, columns }) =>
          profiler.addBlock(rows, (place) => {
            const chunk = columns[place];
            return chunk === undefined ? null : { chunk, shapes: kernels.describeCells(chunk) };
          }),
        profiles: async () => profiler.profiles(),
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
