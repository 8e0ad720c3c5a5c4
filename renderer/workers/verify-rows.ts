import type { Block } from '#shared/domain/sample.ts';
import { cellsOf } from '#shared/kernel/column-chunk.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { observeSample } from '#shared/verify/observe-sample.ts';
import { verifySample } from '#shared/verify/verify-sample.ts';
import type { SampleReader } from './open-samples.ts';
import type { HearNews, Verification, VerifyProgress, VerifyRequest } from './sample-worker-api.ts';
import type { WorkerRun } from './worker-run.ts';

type Text = readonly (string | null)[];

/** Reads a block past the cells that the grid remembers: it is read once, and would only push those out. */
function textOf(reader: SampleReader, block: Block, columns: number): Promise<readonly Text[]> {
  return Promise.all(
    Array.from({ length: columns }, async (_, column): Promise<Text> => {
      const chunk = await reader.chunk(block, column);
      return chunk === null ? [] : cellsOf(chunk, null);
    }),
  );
}

/** Runs every check over the rows of a sample, one block after the other; the next is decrypted while one is checked. */
export async function verifyRows(
  { layout, table, fields }: VerifyRequest,
  reader: SampleReader,
  { run, onNews }: { readonly run: WorkerRun; readonly onNews: HearNews<VerifyProgress> },
): Promise<Result<Verification, 'cancelled'>> {
  const verifier = verifySample(table);
  const observer = observeSample(table, fields);
  const { blocks } = layout;
  const read = (at: number): Promise<readonly Text[]> | null => {
    const block = blocks[at];
    const reading = block === undefined ? null : textOf(reader, block, table.columns.length);
    // Whoever awaits it hears of a failure; until then it must not count as unheard.
    reading?.catch(() => undefined);
    return reading;
  };
  let next = read(0);
  for (const [at, { firstRow, rows }] of blocks.entries()) {
    const columns = (await next) ?? [];
    next = read(at + 1);
    verifier.addBlock({ firstRow, rows, columns });
    observer.addBlock({ firstRow, rows, columns });
    if ((await run.stop()) !== null) {
      return err('cancelled');
    }
    if (run.isNewsDue()) {
      void onNews({ rows: firstRow + rows });
    }
  }
  return ok({ results: verifier.finish(), observed: observer.finish() });
}
