import { type Block, rowsPerBlock } from '#shared/domain/sample.ts';
import { CellHasher } from '#shared/search/cell-hasher.ts';
import { FuseFilter, falseShare } from '#shared/search/fuse-filter.ts';
import { isLookedUp } from '#shared/search/looked-up-types.ts';
import { SampleFilter, sampleFalseShare } from '#shared/search/sample-filter.ts';
import type { HearNews, LookUpNews, LookUpRequest, SearchEnd, SearchedSample } from '../sample-worker-api.ts';
import type { WorkerRun } from '../worker-run.ts';
import { withFingerprints } from './fingerprint-file.ts';
import type { FingerprintAccess } from './fingerprint-store.ts';
import { readChunks, type Wanted } from './read-chunks.ts';
import { RowMarks } from './row-marks.ts';

import type { SearchTools } from './search-samples.ts';
import { WantedValues } from './wanted-values.ts';

/** From so many hashes on, nearly every block has one that passes by chance: asking its filters would be in vain. */
const mostFiltered = Math.ceil(2.3 / falseShare);

type LookingUp = {
  readonly access: FingerprintAccess;
  readonly run: WorkerRun;
  readonly tools: SearchTools;
  readonly onNews: HearNews<LookUpNews>;
};

/** All column chunks that may hold a value that is looked up. */
function everyChunk({ blocks, columnTypes }: SearchedSample): Wanted[] {
  const columns = columnTypes.flatMap((type, column) => (isLookedUp(type) ? [column] : []));
  return blocks.flatMap((block) => columns.map((column) => ({ block, column })));
}

/** Those of the chunks that may hold one of the values. A chunk without a filter stays: its column got its type later. */
async function candidates(
  sample: SearchedSample,
  wanted: WantedValues,
  access: FingerprintAccess,
): Promise<readonly Wanted[]> {
  const all = everyChunk(sample);
  const { fingerprints } = sample;
  if (fingerprints === null || wanted.count > mostFiltered) {
    return all;
  }
  const ruledOut = new Set<string>();
  await withFingerprints(sample.id, access.key, async (stored) => {
    for (const at of fingerprints.groups) {
      for (const { block, filters } of await stored.group(at)) {
        for (const { column, filter } of filters) {
          const asked = new FuseFilter(filter);
          if (!wanted.anyPasses((low, high) => asked.mayHold(low, high))) {
            ruledOut.add(`${block}|${column}`);
          }
        }
      }
    }
  });
  return all.filter(({ block, column }) => !ruledOut.has(`${block.block}|${column}`));
}

/** Reads the chunks that may hold a value, and counts the rows in which each value stands. */
async function lookUpInRows(
  sample: SearchedSample,
  wanted: WantedValues,
  searchId: string,
  { access, run, tools, onNews }: LookingUp,
): Promise<SearchEnd['kind']> {
  const chunks = await candidates(sample, wanted, access);
  const { unpackChunk, hashCells } = tools.kernels;
  const hasher = new CellHasher(access.secret, hashCells);
  const marks = new RowMarks();
  const rowsOf = new Map<number, number>();
  // Two columns of one row, or an address and its domain, are one row of a value.
  const counted = new Set<number>();
  let inBlock: Block | null = null;
  const onHash = (low: number, high: number, row: number): void => {
    for (const value of wanted.valuesFor(low, high)) {
      marks.mark(row);
      const place = value * rowsPerBlock + row;
      if (!counted.has(place)) {
        counted.add(place);
        rowsOf.set(value, (rowsOf.get(value) ?? 0) + 1);
      }
    }
  };
  let stopped: SearchEnd['kind'] = 'complete';
  let chunksRead = 0;
  for await (const { block, packed } of readChunks(await tools.sourceOf(sample), chunks)) {
    marks.enter(block);
    if (inBlock !== block) {
      counted.clear();
      inBlock = block;
    }
    if (packed !== null) {
      hasher.hashColumn(unpackChunk(packed), onHash, onHash);
    }
    chunksRead++;
    stopped = (await run.stop()) ?? 'complete';
    if (stopped !== 'complete') {
      break;
    }
  }
  const found = [...rowsOf].map(([value, rows]) => ({ value, rows }));
  const chunksInAll = everyChunk(sample).length;
  tools.found.keep(searchId, sample.id, marks.rows());
  await onNews({ sampleId: sample.id, found, probable: nothingProbable, chunksRead, chunks: chunksInAll });
  return stopped;
}

const nothingProbable = { values: [], falseShare: 0 };

/** Asks the filters that outlived the rows. */
async function lookUpInFingerprints(
  sample: SearchedSample,
  wanted: WantedValues,
  { access, onNews }: LookingUp,
): Promise<void> {
  const { id, fingerprints } = sample;
  if (fingerprints === null) {
    return;
  }
  const values = new Set<number>();
  await withFingerprints(id, access.key, async (stored) => {
    for (const at of fingerprints.columns) {
      const filter = new SampleFilter(await stored.column(at));
      for (const value of wanted.passing((low, high) => filter.mayHold(low, high))) {
        values.add(value);
      }
    }
  });
  const probable = { values: [...values], falseShare: 1 - (1 - sampleFalseShare) ** fingerprints.columns.length };
  await onNews({ sampleId: id, found: [], probable, chunksRead: 0, chunks: 0 });
}

/** Looks many values up in samples: by filters where there are any, and then only in the blocks that may hold one. */
export async function lookUp(request: LookUpRequest, looking: LookingUp): Promise<SearchEnd> {
  const { run, tools, access } = looking;
  const wanted = new WantedValues(request.values, new CellHasher(access.secret));
  tools.found.begin(request.searchId);
  for (const sample of request.samples) {
    if (!sample.hasRows) {
      await lookUpInFingerprints(sample, wanted, looking);
      continue;
    }
    const kind = await lookUpInRows(sample, wanted, request.searchId, looking);
    if (kind !== 'complete') {
      return run.end(kind);
    }
  }
  return run.end('complete');
}
