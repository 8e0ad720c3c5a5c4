import type { Block } from '#shared/domain/sample.ts';
import type { ColumnRows } from '#shared/expose/column-rows.ts';
import type { UnreadSigns } from '#shared/expose/person-replay.ts';
import type { PersonSigns } from '#shared/expose/person-signs.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import type { OpenSample } from './open-samples.ts';

/** So many chunks are on their way from the cipher while one is counted. */
const readAhead = 12;

type Wanted = { readonly block: Block; readonly column: number };

/** Reads these blocks and columns in their order; null for a column that was first met in a later block. */
async function* readInOrder<T extends Wanted, Chunk>(
  read: (block: Block, column: number) => Promise<Chunk> | null,
  all: readonly T[],
): AsyncGenerator<readonly [T, Chunk | null]> {
  const coming: (Promise<Chunk> | null)[] = [];
  const ask = (wanted: T | undefined): void => {
    if (wanted !== undefined) {
      const chunk = read(wanted.block, wanted.column);
      // Who waits for it hears of a failure; until then it must not count as one that nobody hears of.
      chunk?.catch(() => undefined);
      coming.push(chunk);
    }
  };
  for (const wanted of all.slice(0, readAhead)) {
    ask(wanted);
  }
  for (const [at, wanted] of all.entries()) {
    const chunk = await coming.shift();
    ask(all[at + readAhead]);
    yield [wanted, chunk ?? null];
  }
}

/** Counts these columns to the end, from the blocks that they have not taken in yet. */
export async function countColumns(
  sample: OpenSample,
  columns: readonly ColumnRows[],
  { describePacked }: Kernels,
): Promise<void> {
  const { blocks } = sample.layout;
  const wanted = columns.flatMap((rows) =>
    blocks.slice(rows.blocks).map((block) => ({ block, column: rows.place, rows })),
  );
  for await (const [{ block, rows }, packed] of readInOrder(sample.packed, wanted)) {
    rows.add(block.rows, packed === null ? null : describePacked(packed));
  }
}

/** Counts the next block of a column that is not counted to the end. */
export async function countBlock(sample: OpenSample, column: ColumnRows, { describePacked }: Kernels): Promise<void> {
  const block = sample.layout.blocks[column.blocks];
  if (block !== undefined) {
    const packed = await sample.packed(block, column.place);
    column.add(block.rows, packed === null ? null : describePacked(packed));
  }
}

/** The places in each block of these rows, for blocks that hold any. */
function placesByBlock(blocks: readonly Block[], { column, rows }: UnreadSigns) {
  let at = 0;
  return blocks.flatMap((block) => {
    const begin = at;
    while (at < rows.length && (rows[at] ?? 0) < block.firstRow + block.rows) {
      at++;
    }
    const places = rows.slice(begin, at).map((row) => row - block.firstRow);
    return places.length === 0 ? [] : [{ block, column: column.place, places }];
  });
}

/**
 * Reads what the values of these rows say of their persons. It asks before each block whether it may go on, and gives up
 * where not: then it is false.
 */
export async function readSigns(
  sample: OpenSample,
  unread: readonly UnreadSigns[],
  mayGoOn: () => Promise<boolean> = async () => true,
): Promise<boolean> {
  for (const signs of unread) {
    const read: PersonSigns[] = [];
    for await (const [{ places }, chunk] of readInOrder(sample.chunk, placesByBlock(sample.layout.blocks, signs))) {
      if (!(await mayGoOn())) {
        return false;
      }
      read.push(...(chunk === null ? places.map(() => ({})) : signs.column.signsIn(chunk, places)));
    }
    signs.column.signs.add(signs.rows, read);
  }
  return true;
}
