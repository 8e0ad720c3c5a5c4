import { maskValue } from '#shared/classify/mask.ts';
import { unknownFieldType } from '#shared/domain/field-type-id.ts';
import { type ColumnChunk, nullCell } from '#shared/kernel/column-chunk.ts';
import type { UnpackChunk } from '#shared/kernel/find.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { type ChunkMatcher, columnsOf, compileQuery, type QueryProblem } from '#shared/search/query.ts';
import type {
  HearNews,
  SearchEnd,
  SearchedSample,
  SearchHit,
  SearchNews,
  SearchRequest,
} from '../sample-worker-api.ts';
import type { WorkerRun } from '../worker-run.ts';
import type { FoundRows } from './found-rows.ts';
import { type ChunkSource, readChunks, type Wanted } from './read-chunks.ts';
import { RowMarks } from './row-marks.ts';

/** What a search needs of the worker: where samples are read, and where the rows that were found are kept. */
export type SearchTools = {
  readonly sourceOf: (sample: SearchedSample) => Promise<ChunkSource>;
  readonly found: FoundRows;
  /** Kernels that searches share: each takes what it found before another goes on. */
  readonly kernels: Kernels;
};

function cellAt({ bytes, lengths }: ColumnChunk, row: number): string {
  const lengthOf = (at: number): number => {
    const length = lengths[at] ?? 0;
    return length === nullCell ? 0 : length;
  };
  let start = 0;
  for (let at = 0; at < row; at++) {
    start += lengthOf(at);
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, start + lengthOf(row)));
}

/** What was found in one sample while it is read. */
class SampleHits {
  readonly marks = new RowMarks();
  readonly #sample: SearchedSample;
  readonly #shown: number;
  readonly #unpack: UnpackChunk;
  readonly #columns = new Map<number, number>();
  readonly #hits: SearchHit[] = [];
  blocksRead = 0;

  constructor(sample: SearchedSample, shown: number, unpack: UnpackChunk) {
    this.#sample = sample;
    this.#shown = shown;
    this.#unpack = unpack;
  }

  add({ block, column }: Wanted, packed: Uint8Array, rows: Uint32Array): void {
    if (rows.length > 0) {
      this.#columns.set(column, (this.#columns.get(column) ?? 0) + rows.length);
    }
    let chunk: ColumnChunk | null = null;
    for (const row of rows) {
      const isNew = this.marks.mark(row);
      if (isNew && this.#hits.length < this.#shown) {
        chunk ??= this.#unpack(packed);
        const cell = maskValue(this.#sample.columnTypes[column] ?? unknownFieldType, cellAt(chunk, row));
        this.#hits.push({ row: block.firstRow + row, column, cell });
      }
    }
  }

  news(): SearchNews {
    const columns = [...this.#columns].map(([column, cells]) => ({ column, cells }));
    return {
      ...{ sampleId: this.#sample.id, rows: this.marks.count, columns, hits: [...this.#hits] },
      ...{ blocksRead: this.blocksRead, blocks: this.#sample.blocks.length },
    };
  }
}

/** The chunks to read, block by block, so that a row is known whole before the next block begins. */
function* chunksOf({ blocks }: SearchedSample, columns: readonly number[]): Generator<Wanted> {
  for (const block of blocks) {
    for (const column of columns) {
      yield { block, column };
    }
  }
}

async function searchSample(
  sample: SearchedSample,
  match: ChunkMatcher,
  request: SearchRequest,
  { run, tools, onNews }: Searching,
): Promise<SearchEnd['kind']> {
  const columns = columnsOf(request.query, sample.columnTypes);
  const hits = new SampleHits(sample, request.shown, tools.kernels.unpackChunk);
  const source = await tools.sourceOf(sample);
  let stopped: SearchEnd['kind'] = 'complete';
  for await (const { block, column, packed } of readChunks(source, chunksOf(sample, columns))) {
    hits.marks.enter(block);
    if (packed !== null) {
      hits.add({ block, column }, packed, match(packed));
    }
    hits.blocksRead = block.block + 1;
    stopped = (await run.stop()) ?? 'complete';
    if (stopped !== 'complete') {
      break;
    }
    if (run.isNewsDue()) {
      void onNews(hits.news());
    }
  }
  const last = hits.news();
  tools.found.keep(request.searchId, sample.id, hits.marks.rows());
  await onNews(last);
  return stopped;
}

type Searching = {
  readonly run: WorkerRun;
  readonly tools: SearchTools;
  readonly onNews: HearNews<SearchNews>;
};

/** Searches samples one after the other and tells what it finds as it finds it. Only the columns asked for are read. */
export async function searchSamples(
  request: SearchRequest,
  searching: Searching,
): Promise<Result<SearchEnd, QueryProblem>> {
  const match = compileQuery(request.query, searching.tools.kernels);
  if (!match.ok) {
    return match;
  }
  searching.tools.found.begin(request.searchId);
  for (const sample of request.samples) {
    const kind = sample.hasRows ? await searchSample(sample, match.value, request, searching) : 'complete';
    if (kind !== 'complete') {
      return ok(searching.run.end(kind));
    }
  }
  return ok(searching.run.end('complete'));
}
