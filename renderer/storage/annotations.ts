import { type Annotation, annotationIdSchema, annotationSchema } from '#shared/domain/annotation.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import { firstRevision, revise } from '#shared/domain/record.ts';
import type { Sample, SampleId } from '#shared/domain/sample.ts';
import type { Recount } from '#shared/expose/recount.ts';
import { recordEvent } from './audit-events.ts';
import { cases, touchCase } from './cases.ts';
import { newId, now } from './clock-and-ids.ts';
import { columnName, keepRecount, samples } from './samples.ts';
import { inOneStep, sealedTable } from './sealed-table.ts';

export const annotations = sealedTable('annotations', annotationSchema, ({ caseId, sampleId }) => ({
  caseId,
  sampleId,
}));

/** The annotations of one sample. */
export function annotationsOfSample(sampleId: SampleId): Promise<Annotation[]> {
  return annotations.where('sampleId', sampleId);
}

/** A change of one column's type, with the figures that it touches as they are after it. */
export type ColumnTypeChange = {
  readonly sample: Sample;
  readonly column: number;
  readonly from: FieldTypeId;
  readonly to: FieldTypeId;
  /** Null where the rows are still being counted. */
  readonly counted: Recount | null;
};

/** Keeps the analyst's verdict on a column and the figures that follow from it, as one step. */
export async function annotateColumn({ sample, column, from, to, counted }: ColumnTypeChange): Promise<void> {
  const { caseId, id: sampleId } = sample;
  await inOneStep([annotations, samples, cases], async () => {
    const earlier = (await annotationsOfSample(sampleId)).find((annotation) => annotation.column === column);
    const at = now();
    const fresh = { id: newId(annotationIdSchema), caseId, sampleId, column, fieldType: to, ...firstRevision(at) };
    await annotations.put(earlier === undefined ? fresh : revise(earlier, { fieldType: to }, at));
    if (counted !== null) {
      await keepRecount(sampleId, counted);
    }
    await touchCase(caseId);
    const header = columnName(sample, column);
    await recordEvent(caseId, { kind: 'column-annotated', sampleId, column, header, from, to });
  });
}
