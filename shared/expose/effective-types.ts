import type { Annotation } from '../domain/annotation.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { Sample } from '../domain/sample.ts';

/**
 * The type of each column of a sample: the analyst's verdict where there is one, else the detection. Of two verdicts on one
 * column the later counts; those on other samples are passed over.
 */
export function effectiveTypes(
  sample: Pick<Sample, 'id' | 'columns'>,
  annotations: readonly Pick<Annotation, 'sampleId' | 'column' | 'fieldType' | 'updatedAt'>[],
): FieldTypeId[] {
  const types = sample.columns.map(({ detection }) => detection.fieldType);
  const own = annotations
    .filter(({ sampleId, column }) => sampleId === sample.id && column < types.length)
    .sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : a.updatedAt > b.updatedAt ? 1 : 0));
  for (const { column, fieldType } of own) {
    types[column] = fieldType;
  }
  return types;
}
