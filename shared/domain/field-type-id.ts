import { z } from 'zod';

/** An id of the field-type taxonomy (`shared/packs/field-types.json`), or `unknown` where the evidence is too thin. */
export const fieldTypeIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .brand<'FieldTypeId'>();
export type FieldTypeId = z.infer<typeof fieldTypeIdSchema>;

/** The verdict on a column about which nothing can be said. It is no entry of the taxonomy. */
export const unknownFieldType: FieldTypeId = fieldTypeIdSchema.parse('unknown');
