import { z } from 'zod';
import type { CaseId } from '#shared/domain/case.ts';
import { type Evidence, evidenceIdSchema, type OriginalId, type Sha256 } from '#shared/domain/evidence.ts';
import { type Instant, instantSchema } from '#shared/domain/instant.ts';
import { firstRevision, revise, uuidSchema } from '#shared/domain/record.ts';
import {
  type Block,
  blockSchema,
  isCounted,
  type Sample,
  type SampleId,
  sampleIdSchema,
  sampleSchema,
} from '#shared/domain/sample.ts';
import { afterRecount, type Recount } from '#shared/expose/recount.ts';
import { displayHeaders } from '#shared/parse/header-names.ts';
import { recordEvent } from './audit-events.ts';
import { cases, touchCase } from './cases.ts';
import { newId, now } from './clock-and-ids.ts';
import { evidence, evidenceWith } from './evidence.ts';
import { inOneStep, sealedTable } from './sealed-table.ts';

export const samples = sealedTable('samples', sampleSchema, ({ caseId }) => ({ caseId }));

/** A stretch of a sample's directory. Entries go in hundreds to a record: many small records are slow to write. */
const directoryPageSchema = z.object({
  id: uuidSchema,
  sampleId: sampleIdSchema,
  blocks: z.array(blockSchema).readonly(),
  updatedAt: instantSchema,
  revision: z.int(),
});
type DirectoryPage = z.infer<typeof directoryPageSchema>;
const entriesPerPage = 256;
/** The directories of all samples, page by page. */
export const directory = sealedTable('blocks', directoryPageSchema, ({ sampleId }) => ({ sampleId }));

/** What an import yields, once its blocks are safely in their files. */
export type FinishedImport = {
  readonly caseId: CaseId;
  readonly file: {
    readonly name: string;
    readonly byteLength: number;
    readonly sha256: Sha256;
    readonly bundled: boolean;
    /** The file itself, where it was kept just now. */
    readonly original: OriginalId | null;
  };
  readonly dialect: Sample['dialect'];
  readonly reasons: Sample['reasons'];
  readonly tables: readonly FinishedTable[];
};

type FinishedTable = Pick<
  Sample,
  | 'id'
  | 'table'
  | 'basis'
  | 'rows'
  | 'rejected'
  | 'columns'
  | 'profiles'
  | 'combinations'
  | 'persons'
  | 'rejectedBatches'
> & { readonly blocks: readonly Block[] };

function* pagesOf(blocks: readonly Block[]): Generator<readonly Block[]> {
  for (let start = 0; start < blocks.length; start += entriesPerPage) {
    yield blocks.slice(start, start + entriesPerPage);
  }
}

function directoryOf(sampleId: SampleId, blocks: readonly Block[], updatedAt: Instant): DirectoryPage[] {
  return [...pagesOf(blocks)].map((page) => ({
    id: newId(uuidSchema),
    sampleId,
    blocks: page,
    updatedAt,
    revision: 1,
  }));
}

/**
 * Commits an import as one step: evidence, samples, directories and trail. Until then its block files are orphans. A file
 * whose bytes the case has already stays the one piece of evidence that it is.
 */
export async function commitImport({ caseId, file, dialect, reasons, tables }: FinishedImport): Promise<Sample[]> {
  const at = now();
  const received: Evidence = {
    ...{ id: newId(evidenceIdSchema), caseId, kind: 'sample-file', receivedAt: at, text: null, ...file },
    ...firstRevision(at),
  };
  return inOneStep([evidence, samples, directory, cases], async () => {
    const known = await evidenceWith(caseId, file.sha256);
    const { id: evidenceId } = known ?? received;
    if (known === undefined) {
      await evidence.put(received);
    } else if (known.original === null && file.original !== null) {
      await evidence.put(revise(known, { original: file.original }, at));
    }
    const made: Sample[] = [];
    for (const { blocks, ...facts } of tables) {
      const name = facts.table === '' ? file.name : `${facts.table} · ${file.name}`;
      const found = { ...facts, fingerprints: null, purgedAt: null, dialect, reasons };
      const sample: Sample = { ...found, caseId, evidenceId, name, ...firstRevision(at) };
      await samples.put(sample);
      await directory.putMany(directoryOf(sample.id, blocks, at));
      const { id: sampleId, rows, rejected } = sample;
      await recordEvent(caseId, { kind: 'sample-imported', sampleId, name, sha256: file.sha256, rows, rejected });
      made.push(sample);
    }
    await touchCase(caseId);
    return made;
  });
}

/** The samples of a case, in the order they were imported. */
export async function samplesOf(caseId: CaseId): Promise<Sample[]> {
  return (await samples.where('caseId', caseId)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Every sample of the vault. */
export function allSamples(): Promise<Sample[]> {
  return samples.all();
}

/** The ids of all samples: a block file that belongs to none of them is an orphan. */
export async function allSampleIds(): Promise<SampleId[]> {
  return z.array(sampleIdSchema).parse(await samples.ids());
}

/** The directory of a sample's blocks, in row order. */
export async function blocksOf(sampleId: SampleId): Promise<Block[]> {
  const pages = await directory.where('sampleId', sampleId);
  return pages.flatMap(({ blocks }) => blocks).sort((a, b) => a.block - b.block);
}

/**
 * Keeps the figures that were counted anew beside all others as they stand. Called inside a step. Of a sample whose rows
 * are still being counted nothing is kept: that count follows the types as they stand at its end.
 */
export async function keepRecount(id: SampleId, counted: Recount): Promise<void> {
  const found = await samples.get(id);
  if (found !== undefined && isCounted(found)) {
    await samples.put(revise(found, afterRecount(found, counted), now()));
  }
}

/** What a sample's columns are called wherever a person reads of them: each different, and none empty. */
export function columnNames(sample: Sample): readonly string[] {
  return displayHeaders(sample.columns.map(({ header }) => header));
}

/** What one column is called; a column that is not there goes by its place. */
export function columnName(sample: Sample, column: number): string {
  return columnNames(sample)[column] ?? `column ${column + 1}`;
}

/** Writes down that a cell was shown in clear. The value itself is never written. */
export async function recordReveal(sample: Sample, row: number, column: number): Promise<void> {
  const header = columnName(sample, column);
  await recordEvent(sample.caseId, { kind: 'cell-revealed', sampleId: sample.id, row, column, header });
}

/** Writes down that a rejected record was shown in clear. */
export async function recordRejectedReveal(sample: Sample, line: number): Promise<void> {
  await recordEvent(sample.caseId, { kind: 'rejected-row-revealed', sampleId: sample.id, line });
}

/** Writes down that the beginning of a file was shown in clear before its import. */
export async function recordPreviewReveal(caseId: CaseId, name: string): Promise<void> {
  await recordEvent(caseId, { kind: 'preview-revealed', name });
}

/** Writes down that rejected records left in clear, as a file. */
export async function recordRejectedExport(sample: Sample, count: number, file: string): Promise<void> {
  const { caseId, id: sampleId, name } = sample;
  await recordEvent(caseId, { kind: 'rejected-exported', sampleId, name, count, file });
}
