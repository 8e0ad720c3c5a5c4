import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Block, Fingerprints, RejectedBatch, Sample, SampleId } from '#shared/domain/sample.ts';
import { effectiveTypes } from '#shared/expose/effective-types.ts';
import { annotationsOfSample } from './annotations.ts';
import { blocksOf } from './samples.ts';

/** All that is needed to read a sample's rows and fingerprints, under the column types that hold now. */
export type StoredLayout = {
  readonly id: SampleId;
  readonly rows: number;
  readonly columnTypes: readonly FieldTypeId[];
  readonly blocks: readonly Block[];
  readonly rejectedBatches: readonly RejectedBatch[];
  readonly fingerprints: Fingerprints | null;
  readonly hasRows: boolean;
};

/** How one sample is stored. */
export async function layoutOf(sample: Sample): Promise<StoredLayout> {
  const { id, rows, rejectedBatches, fingerprints, purgedAt } = sample;
  const columnTypes = effectiveTypes(sample, await annotationsOfSample(id));
  const blocks = await blocksOf(id);
  return { id, rows, columnTypes, blocks, rejectedBatches, fingerprints, hasRows: purgedAt === null };
}
