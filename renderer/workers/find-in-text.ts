import { isPlain } from '#shared/classify/plain-types.ts';
import { unknownFieldType } from '#shared/domain/field-type-id.ts';
import type { Block } from '#shared/domain/sample.ts';
import { createLeakGuard, type LeakGuard } from '#shared/tickets/leak-guard.ts';
import type { OpenSample } from './open-samples.ts';
import type { GuardHit, OutgoingText } from './sample-worker-api.ts';

const cellBounds = /[,;|\t"\r\n]+/;

async function cellHits(sample: OpenSample, block: Block, guard: LeakGuard): Promise<readonly GuardHit[]> {
  const hits: GuardHit[] = [];
  for (const column of block.chunks.keys()) {
    const type = sample.layout.columnTypes[column] ?? unknownFieldType;
    const cells = await sample.cells(block, column);
    for (const [row, value] of cells.entries()) {
      // A price or a region says nothing of a person, and a reply may well name one.
      if (value !== null && guard.contains(value) && !isPlain(type, value)) {
        hits.push({ kind: 'cell', row: block.firstRow + row, column });
      }
    }
  }
  return hits;
}

async function rejectedHits(sample: OpenSample, guard: LeakGuard): Promise<readonly GuardHit[]> {
  const rejected = await sample.rejected();
  return rejected.flatMap(({ line, raw }): readonly GuardHit[] =>
    raw.split(cellBounds).some((piece) => guard.contains(piece)) ? [{ kind: 'rejected', line }] : [],
  );
}

/** Looks for values of a sample, rejected records included, in a text that is about to leave; names at most so many. */
export async function findInText(
  sample: OpenSample,
  { text, ownWords }: OutgoingText,
  most: number,
): Promise<readonly GuardHit[]> {
  const guard = createLeakGuard(text, ownWords);
  const hits: GuardHit[] = [...(await rejectedHits(sample, guard))];
  for (const block of sample.layout.blocks) {
    if (hits.length >= most) {
      break;
    }
    hits.push(...(await cellHits(sample, block, guard)));
  }
  return hits.slice(0, most);
}
