import { z } from 'zod';
import { fieldTypeGroupSchema } from './field-type-group.ts';
import { type FieldTypeId, fieldTypeIdSchema } from './field-type-id.ts';
import { recordShape, uuidSchema } from './record.ts';

/** The id of the record of an own type; columns name it by `typeIdOf`. */
export const ownFieldTypeIdSchema = uuidSchema.brand<'OwnFieldTypeId'>();

/** How many own types a vault may hold: each is asked about every column of every import. */
export const mostOwnFieldTypes = 100;
/** How many other names a type may have. */
export const mostOwnAliases = 40;
/** The longest name, in characters. */
export const longestOwnName = 60;
/** The longest pattern, in characters. */
export const longestOwnPattern = 500;

const nameSchema = z.string().trim().min(1).max(longestOwnName);

/** What the analyst says of a field type of their own. */
export const ownFieldTypeContentSchema = z
  .object({
    /** Its name in English, by which it is shown and a column may be called. */
    en: nameSchema,
    /** Its name in Chinese; '' without one. */
    zh: z.string().trim().max(longestOwnName),
    group: fieldTypeGroupSchema,
    /** Other names that columns of this type go by. */
    aliases: z.array(nameSchema).max(mostOwnAliases).readonly(),
    /** What a whole value must match (RE2 syntax); '' where any value may be one. */
    pattern: z.string().max(longestOwnPattern),
  })
  .readonly();
export type OwnFieldTypeContent = z.infer<typeof ownFieldTypeContentSchema>;

/** A field type of the analyst's own, beside those of the pack. */
export const ownFieldTypeSchema = z
  .object({ id: ownFieldTypeIdSchema, content: ownFieldTypeContentSchema, ...recordShape })
  .readonly();
export type OwnFieldType = z.infer<typeof ownFieldTypeSchema>;

const prefix = 'own-';

/** The id by which columns and claims name an own type; none of the pack begins like it. */
export function typeIdOf({ id }: Pick<OwnFieldType, 'id'>): FieldTypeId {
  return fieldTypeIdSchema.parse(prefix + id);
}

/** True for the id of an own type, also of one that was deleted. */
export function isOwnTypeId(id: FieldTypeId): boolean {
  return id.startsWith(prefix);
}
