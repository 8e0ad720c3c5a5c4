import { expose } from 'comlink';
import { adoptOwnTypes } from '#shared/classify/own-types.ts';
import type { RejectedRow, SampleId } from '#shared/domain/sample.ts';
import { fastKernels } from '#shared/kernel/fast-kernels.ts';
import { type Kernels, plainKernels } from '#shared/kernel/kernels.ts';
import { examineFile } from '#shared/parse/examine-file.ts';
import { removeBlockFile, removeOriginal, removeOrphans, removeSampleFile } from './block-file.ts';
import { countSample } from './count-sample.ts';
import { sourceOf } from './file-source.ts';
import { findInText } from './find-in-text.ts';
import { hashFile } from './hash-file.ts';
import { Idle } from './idle.ts';
import { ImportControl } from './import-control.ts';
import { importFile } from './import-file.ts';
import { type OpenSample, openReader, type SampleReader, underLayout } from './open-samples.ts';
import { previewInClear, previewMasked } from './preview-file.ts';
import { Recounts } from './recounts.ts';
import { maskedRejected, rejectedFile, rejectedGroups } from './rejected-records.ts';
import { clearCell, maskedRow, maskedSpans, RowViews } from './row-views.ts';
import type { CountRequest, SampleWorkerApi } from './sample-worker-api.ts';
import { ChunkCache } from './search/chunk-cache.ts';
import { compareSamples } from './search/compare-samples.ts';
import type { FingerprintAccess } from './search/fingerprint-store.ts';
import { FoundRows } from './search/found-rows.ts';
import { lookUp } from './search/look-up.ts';
import { makeFingerprints } from './search/make-fingerprints.ts';
import { type SearchTools, searchSamples } from './search/search-samples.ts';
import { createTableCounts } from './table-counts.ts';
import { verifyRows } from './verify-rows.ts';
import { WorkerRun } from './worker-run.ts';

/** A search that takes longer than this stops by itself and says so. */
const searchLimit = 300_000;
const noLimit = Number.POSITIVE_INFINITY;

type Opened = { readonly sample: OpenSample; readonly views: RowViews };

let blockKey: CryptoKey | null = null;
let compiled: WebAssembly.Module | null = null;
let fingerprintSecret: Uint8Array | null = null;
const readers = new Map<SampleId, Promise<SampleReader>>();
const opened = new Map<SampleId, Opened>();
const controls = new Map<string, ImportControl>();
const runs = new Map<string, WorkerRun>();
const recounts = new Recounts(new Idle(() => controls.size + runs.size > 0));
/** The counts under way, each with its end. */
const counting = new Map<SampleId, Pick<CountRequest, 'runId'> & { readonly end: Promise<unknown> }>();
/** Whoever reads shares one memory: each takes what it needs of it before another goes on. */
let readingKernels: Kernels | null = null;
const cache = new ChunkCache();
const found = new FoundRows();

function key(): CryptoKey {
  if (blockKey === null) {
    throw new Error('The vault is locked.');
  }
  return blockKey;
}

/** Kernels for one job. */
function kernels(): Kernels {
  return compiled === null ? plainKernels : fastKernels(compiled);
}

function kernelsToRead(): Kernels {
  readingKernels ??= kernels();
  return readingKernels;
}

/** The reader of a sample. Its file can be open only once, so everyone who asks waits for the same one. */
function readerOf(sampleId: SampleId): Promise<SampleReader> {
  const known = readers.get(sampleId);
  if (known !== undefined) {
    return known;
  }
  const opening = openReader(sampleId, key(), kernelsToRead().unpackChunk);
  readers.set(sampleId, opening);
  opening.catch(() => readers.delete(sampleId));
  return opening;
}

function accessOrNull(): FingerprintAccess | null {
  return fingerprintSecret === null ? null : { key: key(), secret: fingerprintSecret };
}

function fingerprintAccess(): FingerprintAccess {
  const access = accessOrNull();
  if (access === null) {
    throw new Error('This vault was opened without its secret for fingerprints.');
  }
  return access;
}

function searchTools(): SearchTools {
  return {
    ...{ found, kernels: kernelsToRead() },
    sourceOf: async ({ id }) => ({ id, reader: await readerOf(id), cache, expand: kernelsToRead().expandChunk }),
  };
}

/** Runs work that can be cancelled by its name. */
async function running<T>(runId: string, limit: number, work: (run: WorkerRun) => Promise<T>): Promise<T> {
  const run = new WorkerRun(limit);
  runs.set(runId, run);
  try {
    return await work(run);
  } finally {
    runs.delete(runId);
  }
}

function open(sampleId: SampleId): Opened {
  const found = opened.get(sampleId);
  if (found === undefined) {
    throw new Error(`Sample ${sampleId} is not open.`);
  }
  return found;
}

function rejectedOf(sampleId: SampleId): Promise<readonly RejectedRow[]> {
  return open(sampleId).sample.rejected();
}

async function stopCounting(sampleId: SampleId): Promise<void> {
  const count = counting.get(sampleId);
  if (count !== undefined) {
    runs.get(count.runId)?.cancel();
    await Promise.allSettled([count.end]);
  }
}

async function close(sampleId: SampleId): Promise<void> {
  await stopCounting(sampleId);
  const reader = readers.get(sampleId);
  readers.delete(sampleId);
  opened.delete(sampleId);
  recounts.forget(sampleId);
  cache.drop(sampleId);
  (await reader)?.close();
}

const api: SampleWorkerApi = {
  unlock: (given, secret, module) => {
    blockKey = given;
    fingerprintSecret = secret;
    compiled = module;
  },
  adoptTypes: (own) => {
    adoptOwnTypes(own);
    recounts.forgetAll();
  },
  live: (lock) =>
    new Promise((resolve, reject) => {
      const untilTheEnd = new Promise<never>(() => undefined);
      navigator.locks
        .request(lock, () => {
          resolve();
          return untilTheEnd;
        })
        .catch(reject);
    }),
  removeOrphans,
  examine: (file, decided) => examineFile(sourceOf(file, key()), decided),
  preview: (request) => previewMasked(sourceOf(request.file, key()), request),
  revealPreview: (request) => previewInClear(sourceOf(request.file, key()), request),
  hashFile: (runId, file) => running(runId, noLimit, (run) => hashFile(sourceOf(file, key()), run)),
  importFile: async (request, onProgress) => {
    const control = new ImportControl();
    controls.set(request.importId, control);
    try {
      return await importFile({ request, key: key(), kernels: kernels(), compiled, onProgress, control });
    } finally {
      controls.delete(request.importId);
    }
  },
  pauseImport: (importId) => controls.get(importId)?.pause(),
  resumeImport: (importId) => controls.get(importId)?.resume(),
  cancelImport: (importId) => controls.get(importId)?.cancel(),
  discard: async (sampleId) => {
    await close(sampleId);
    await removeBlockFile(sampleId);
  },
  discardOriginal: removeOriginal,
  open: async (layout) => {
    const sample = underLayout(await readerOf(layout.id), layout);
    const views = new RowViews(sample, (searchId) => found.rowsOf(searchId, layout.id));
    opened.set(layout.id, { sample, views });
  },
  countRows: (sampleId, view) => open(sampleId).views.count(view),
  readRows: async (sampleId, view, start, end) => {
    const { sample, views } = open(sampleId);
    // Whoever looks at the rows may change a type next.
    recounts.prepare(sample, kernelsToRead());
    const rows = await views.places(view, start, end);
    return Promise.all(rows.map((row) => maskedRow(sample, row)));
  },
  readSpans: (sampleId, row, column) => maskedSpans(open(sampleId).sample, row, column),
  revealCell: (sampleId, row, column) => clearCell(open(sampleId).sample, row, column),
  readRejected: async (sampleId, start, end) => maskedRejected(await rejectedOf(sampleId), 'all', start, end),
  revealRejected: async (sampleId, index) => (await rejectedOf(sampleId))[index]?.raw ?? '',
  rejectedGroups: async (sampleId) => rejectedGroups(await rejectedOf(sampleId)),
  readRejectedGroup: async (sampleId, view, start, end) => maskedRejected(await rejectedOf(sampleId), view, start, end),
  revealRejectedGroup: async (sampleId, view, form) => rejectedFile(await rejectedOf(sampleId), view, form),
  countSample: async (request, onNews) => {
    const { runId, layout } = request;
    const end = running(runId, noLimit, async (run) => {
      const counts = createTableCounts(kernels(), compiled);
      const { hashCells } = kernelsToRead();
      const tools = { run, counts, onNews, access: accessOrNull(), hashCells };
      return countSample(request, await readerOf(layout.id), tools);
    });
    counting.set(layout.id, { runId, end });
    try {
      return await end;
    } finally {
      counting.delete(layout.id);
    }
  },
  profile: (sampleId, columnTypes, touched) =>
    recounts.count(open(sampleId).sample, columnTypes, touched, kernelsToRead()),
  foresee: (sampleId, changes) => recounts.foresee(open(sampleId).sample, changes, kernelsToRead()),
  findInText: (sampleId, outgoing, most) => findInText(open(sampleId).sample, outgoing, most),
  search: (request, onNews) =>
    running(request.searchId, searchLimit, (run) => searchSamples(request, { run, tools: searchTools(), onNews })),
  lookUp: (request, onNews) =>
    running(request.searchId, searchLimit, (run) =>
      lookUp(request, { access: fingerprintAccess(), run, tools: searchTools(), onNews }),
    ),
  cancelRun: (runId) => runs.get(runId)?.cancel(),
  makeFingerprints: async (layout) =>
    makeFingerprints(layout, await readerOf(layout.id), fingerprintAccess(), kernelsToRead()),
  removeRows: async (sampleId) => {
    await close(sampleId);
    await removeSampleFile(sampleId, 'blocks');
  },
  verify: (request, onNews) =>
    running(request.runId, noLimit, async (run) =>
      verifyRows(request, await readerOf(request.layout.id), { run, onNews }),
    ),
  compareSamples: (one, others) => compareSamples(one, others, key()),
};

expose(api);
