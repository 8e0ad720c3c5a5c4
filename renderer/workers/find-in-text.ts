import { createLeakGuard } from '#shared/tickets/leak-guard.ts';
import type { OpenSample } from './open-samples.ts';
import type { GuardHit } from './sample-worker-api.ts';

/** Looks for the sample's values in a text that is about to leave, and stops after so many hits. */
export async function findInText(sample: OpenSample, text: string, most: number): Promise<readonly GuardHit[]> {
  const guard = createLeakGuard(text);
  const { id, blocks } = sample.layout;
  const hits: GuardHit[] = [];
  for (const block of blocks) {
    for (let column = 0; column < block.chunks.length; column += 1) {
      const cells = await sample.cells(block, column);
      for (let row = 0; row < cells.length && hits.length < most; row += 1) {
        if (guard.contains(cells[row] ?? '')) {
          hits.push({ sampleId: id, row: block.firstRow + row, column });
        }
      }
    }
  }
  return hits;
}
