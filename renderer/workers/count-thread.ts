import { adoptedTypes } from '#shared/classify/own-types.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { ColumnChunk } from '#shared/kernel/column-chunk.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import type { CountAnswer, CountOrder, SharedColumn } from './count-worker.ts';
import type { TableCount, TableCounts, TableFigures } from './table-count.ts';

/** The shared memory holds so many blocks of usual size. */
const slots = 4;
const slotBytes = 4 << 20;

/** Engines copy to and from shared memory eight bytes at a time where both sides lie on such a border, else one by one. */
function aligned(byteLength: number): number {
  return Math.ceil(byteLength / 8) * 8;
}

/** What a column takes in memory. */
function sizeOf({ rows, bytes }: ColumnChunk): number {
  return aligned(rows * 4) + aligned(bytes.length);
}

/**
 * Counts on a thread of its own. Blocks go there through shared memory in turn: each has a slot, and comes back when it is
 * counted. A block that finds no slot, or is too large for one, goes as a copy.
 */
export class CountThread implements TableCounts {
  readonly #kernels: WebAssembly.Module | null;
  readonly #shared = new SharedArrayBuffer(slots * slotBytes);
  #worker: Worker | null = null;
  readonly #wanted = new Map<number, (figures: TableFigures) => void>();
  #underWay = 0;
  #inSlots = 0;
  #nextSlot = 0;
  #tables = 0;
  #onRoom: (() => void) | null = null;
  #failure: Error | null = null;
  #onFailure: ((cause: Error) => void) | null = null;

  constructor(kernels: WebAssembly.Module | null) {
    this.#kernels = kernels;
  }

  begin = (types: readonly FieldTypeId[]): TableCount => {
    const table = this.#tables++;
    this.#tell({ kind: 'table', table, types });
    return {
      widen: (wider) => this.#tell({ kind: 'widen', table, types: wider }),
      addBlock: (block) => this.#addBlock(table, block),
      figures: () => this.#figures(table),
    };
  };

  settle = async (): Promise<void> => {
    // Half of the memory stays free for what is read before anyone waits again.
    while (this.#underWay > slots / 2) {
      await this.#news<void>((resolve) => {
        this.#onRoom = resolve;
      });
    }
  };

  stop = (): void => {
    this.#worker?.terminate();
  };

  /** The thread, which is started when there is something to count. */
  #started(): Worker {
    if (this.#worker !== null) {
      return this.#worker;
    }
    const worker = new Worker(new URL('./count-worker.ts', import.meta.url), { type: 'module', name: 'count' });
    worker.onmessage = ({ data }: MessageEvent<CountAnswer>) => this.#hear(data);
    worker.onerror = ({ message }) => {
      this.#failure = new Error(`Counting the table failed: ${message}`);
      this.#onFailure?.(this.#failure);
    };
    this.#worker = worker;
    this.#tell({ kind: 'share', memory: this.#shared, kernels: this.#kernels, ownTypes: adoptedTypes() });
    return worker;
  }

  #news<T>(hear: (resolve: (value: T | PromiseLike<T>) => void) => void): Promise<T> {
    if (this.#failure !== null) {
      return Promise.reject(this.#failure);
    }
    return new Promise<T>((resolve, reject) => {
      this.#onFailure = reject;
      hear(resolve);
    });
  }

  #addBlock(table: number, { rows, columns }: RowBlock): void {
    const size = columns.reduce((sum, chunk) => sum + sizeOf(chunk), 0);
    const isShared = size <= slotBytes && this.#inSlots < slots;
    const own = isShared ? null : new ArrayBuffer(size);
    let offset = isShared ? (this.#nextSlot++ % slots) * slotBytes : 0;
    const placed = columns.map((chunk): SharedColumn => {
      const at = offset;
      const { bytes, lengths } = chunk;
      new Uint32Array(own ?? this.#shared, at, rows).set(lengths);
      const textAt = at + aligned(rows * 4);
      new Uint8Array(own ?? this.#shared, textAt, bytes.length).set(bytes);
      offset += sizeOf(chunk);
      return { lengthsAt: at, textAt, textBytes: bytes.length };
    });
    this.#inSlots += isShared ? 1 : 0;
    this.#underWay++;
    this.#tell({ kind: 'block', table, rows, columns: placed, own }, own === null ? [] : [own]);
  }

  #figures(table: number): Promise<TableFigures> {
    this.#tell({ kind: 'end', table });
    return this.#news((resolve) => this.#wanted.set(table, resolve));
  }

  #tell(order: CountOrder, transfer: ArrayBuffer[] = []): void {
    this.#started().postMessage(order, transfer);
  }

  #hear(answer: CountAnswer): void {
    if (answer.kind === 'figures') {
      this.#wanted.get(answer.table)?.(answer.figures);
      this.#wanted.delete(answer.table);
      return;
    }
    this.#underWay--;
    this.#inSlots -= answer.wasShared ? 1 : 0;
    this.#onRoom?.();
    this.#onRoom = null;
  }
}
