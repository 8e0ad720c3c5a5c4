import { expose } from 'comlink';
import { z } from 'zod';
import { maskValue } from '#shared/classify/mask.ts';
import { unknownFieldType } from '#shared/domain/field-type-id.ts';
import type { SampleId } from '#shared/domain/sample.ts';
import { removeBlockFile, removeOrphans } from './block-file.ts';
import { findInText } from './find-in-text.ts';
import { importFile } from './import-file.ts';
import { type OpenSample, openSample } from './open-samples.ts';
import { profileTypes } from './profile-types.ts';
import { clearCell, maskedRow, RowViews } from './row-views.ts';
import type { SampleWorkerApi } from './sample-worker-api.ts';

// Like the page, the worker runs under a policy that forbids compiled schemas.
z.config({ jitless: true });

type Opened = { readonly sample: OpenSample; readonly views: RowViews };

let blockKey: CryptoKey | null = null;
const opened = new Map<SampleId, Opened>();
const cancelled = new Set<SampleId>();

function key(): CryptoKey {
  if (blockKey === null) {
    throw new Error('The vault is locked.');
  }
  return blockKey;
}

function open(sampleId: SampleId): Opened {
  const found = opened.get(sampleId);
  if (found === undefined) {
    throw new Error(`Sample ${sampleId} is not open.`);
  }
  return found;
}

function close(sampleId: SampleId): void {
  opened.get(sampleId)?.sample.close();
  opened.delete(sampleId);
}

const api: SampleWorkerApi = {
  unlock: (given) => {
    blockKey = given;
  },
  removeOrphans,
  importFile: async (sampleId, file, onProgress) => {
    const outcome = await importFile({
      ...{ sampleId, file, key: key(), onProgress },
      isCancelled: () => cancelled.has(sampleId),
    });
    cancelled.delete(sampleId);
    return outcome;
  },
  cancelImport: (sampleId) => {
    cancelled.add(sampleId);
  },
  discard: async (sampleId) => {
    close(sampleId);
    await removeBlockFile(sampleId);
  },
  open: async (layout) => {
    close(layout.id);
    const sample = await openSample(layout, key());
    opened.set(layout.id, { sample, views: new RowViews(sample) });
  },
  countRows: (sampleId, view) => open(sampleId).views.count(view),
  readRows: async (sampleId, view, start, end) => {
    const { sample, views } = open(sampleId);
    const rows = await views.places(view, start, end);
    return Promise.all(rows.map((row) => maskedRow(sample, row)));
  },
  revealCell: (sampleId, row, column) => clearCell(open(sampleId).sample, row, column),
  readRejected: async (sampleId, start, end) => {
    const rejected = await open(sampleId).sample.rejected();
    return rejected.slice(start, end).map(({ line, reason, raw }, at) => ({
      ...{ index: start + at, line, reason },
      masked: maskValue(unknownFieldType, raw).text,
    }));
  },
  revealRejected: async (sampleId, index) => (await open(sampleId).sample.rejected())[index]?.raw ?? '',
  profile: (sampleId, columnTypes, only) => profileTypes(open(sampleId).sample, columnTypes, only),
  findInText: (sampleId, text, most) => findInText(open(sampleId).sample, text, most),
};

expose(api);
