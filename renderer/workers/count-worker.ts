import { adoptOwnTypes } from '#shared/classify/own-types.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { OwnFieldType } from '#shared/domain/own-field-type.ts';
import { createProfiler, type Profiler } from '#shared/expose/profile.ts';
import { fastKernels } from '#shared/kernel/fast-kernels.ts';
import { type Kernels, plainKernels } from '#shared/kernel/kernels.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import { figuresOf, type TableFigures } from './table-count.ts';

/** A column of a block in memory: `rows` lengths of 32 bits, and the text behind them. */
export type SharedColumn = { readonly lengthsAt: number; readonly textAt: number; readonly textBytes: number };

/** What the counting thread is told. Tables go by their number. */
export type CountOrder =
  | {
      readonly kind: 'share';
      readonly memory: SharedArrayBuffer;
      readonly kernels: WebAssembly.Module | null;
      /** The analyst's own field types, which this thread must know as well. */
      readonly ownTypes: readonly OwnFieldType[];
    }
  | { readonly kind: 'table' | 'widen'; readonly table: number; readonly types: readonly FieldTypeId[] }
  | {
      readonly kind: 'block';
      readonly table: number;
      readonly rows: number;
      readonly columns: readonly SharedColumn[];
      /** Where the columns lie when not in the shared memory. */
      readonly own: ArrayBuffer | null;
    }
  | { readonly kind: 'end'; readonly table: number };

type BlockOrder = Extract<CountOrder, { kind: 'block' }>;

/** What it answers: a block is counted and its memory free again, or the figures of a table. */
export type CountAnswer =
  | { readonly kind: 'counted'; readonly wasShared: boolean }
  | { readonly kind: 'figures'; readonly table: number; readonly figures: TableFigures };

const profilers = new Map<number, Profiler>();
let shared: Uint8Array = new Uint8Array(0);
let kernels: Kernels = plainKernels;
/** The column being counted: what decodes text takes no shared memory. */
let column = new Uint8Array(0);

function answer(message: CountAnswer): void {
  self.postMessage(message);
}

function count({ rows, columns, own }: BlockOrder, profiler: Profiler | undefined): void {
  const memory = own === null ? shared : new Uint8Array(own);
  profiler?.addBlock(rows, (place) => {
    const found = columns[place];
    if (found === undefined) {
      return null;
    }
    const { lengthsAt, textAt, textBytes } = found;
    const size = textAt + textBytes - lengthsAt;
    column = column.length < size ? new Uint8Array(size * 2) : column;
    column.set(memory.subarray(lengthsAt, textAt + textBytes));
    const chunk = {
      ...{ rows, lengths: new Uint32Array(column.buffer, 0, rows) },
      bytes: column.subarray(textAt - lengthsAt, size),
    };
    return { chunk, shapes: kernels.describeCells(chunk) };
  });
}

function tellFigures(table: number): void {
  const figures = figuresOf(profilers.get(table) ?? createProfiler([]));
  answer({ kind: 'figures', table, figures });
}

self.onmessage = ({ data }: MessageEvent<CountOrder>): void => {
  switch (data.kind) {
    case 'share':
      shared = new Uint8Array(data.memory);
      adoptOwnTypes(data.ownTypes);
      kernels = data.kernels === null ? plainKernels : fastKernels(data.kernels);
      break;
    case 'table':
      profilers.set(data.table, createProfiler(data.types));
      break;
    case 'widen':
      profilers.get(data.table)?.widen(data.types);
      break;
    case 'block':
      count(data, profilers.get(data.table));
      answer({ kind: 'counted', wasShared: data.own === null });
      break;
    case 'end':
      tellFigures(data.table);
      break;
    default:
      assertNever(data);
  }
};
