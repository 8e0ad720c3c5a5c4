import { expect, it } from 'vitest';
import { fieldTypeIdSchema, unknownFieldType } from '#shared/domain/field-type-id.ts';
import { instantSchema } from '#shared/domain/instant.ts';
import { sampleIdSchema } from '#shared/domain/sample.ts';
import { effectiveTypes } from '#shared/expose/effective-types.ts';
import { packId } from '#shared/packs/field-types.ts';
import { detectionEvidence } from '../../fixtures/detection-evidence.ts';

const id = sampleIdSchema.parse('0190b5a2-7c1e-7def-8abc-1234567890ab');
const other = sampleIdSchema.parse('0190b5a2-7c1e-7def-8abc-1234567890ac');
const column = (fieldType: string) => ({
  header: '',
  detection: {
    fieldType: fieldTypeIdSchema.parse(fieldType),
    confidence: 0.5,
    runnerUp: null,
    evidence: detectionEvidence(0, 0, 1),
  },
});
const verdict = (sampleId: typeof id, at: number, fieldType: string, day: number) => ({
  sampleId,
  column: at,
  fieldType: packId(fieldType),
  updatedAt: instantSchema.parse(`2024-03-0${day}T00:00:00.000Z`),
});

it('lets the last verdict of the analyst override the detection', () => {
  const sample = { id, columns: [column('unknown'), column('mobile'), column('price')] };
  const annotations = [
    verdict(id, 1, 'landline', 3),
    verdict(id, 1, 'qq', 2),
    verdict(other, 2, 'email', 3),
    verdict(id, 7, 'email', 3),
  ];
  expect(effectiveTypes(sample, annotations)).toEqual([unknownFieldType, 'landline', 'price']);
  expect(sample.columns[1]?.detection.fieldType).toBe('mobile');
});
