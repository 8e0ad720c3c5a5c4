import { z } from 'zod';
import { caseIdSchema } from './case.ts';
import { fieldTypeIdSchema } from './field-type-id.ts';
import { recordShape, uuidSchema } from './record.ts';
import { sampleIdSchema } from './sample.ts';

export const annotationIdSchema = uuidSchema.brand<'AnnotationId'>();

/** The analyst's verdict on a column; it overrides the detection. */
export const annotationSchema = z
  .object({
    id: annotationIdSchema,
    caseId: caseIdSchema,
    sampleId: sampleIdSchema,
    column: z.int().min(0),
    fieldType: fieldTypeIdSchema,
    ...recordShape,
  })
  .readonly();
export type Annotation = z.infer<typeof annotationSchema>;
