import { z } from 'zod';
import { fieldTypeIdSchema } from '../domain/field-type-id.ts';
import { fieldTypes } from './field-types.ts';
import pack from './special-categories.json' with { type: 'json' };

const categorySchema = z
  .object({
    id: z.string().min(1),
    law: z.string().min(1),
    article: z.string().min(1),
    label: z.string().min(1),
    types: z.array(fieldTypeIdSchema).min(1).readonly(),
  })
  .readonly();
/** A special category of data: the law and article that name it, and the field types that hold it. */
export type SpecialCategory = z.infer<typeof categorySchema>;

function agrees(
  categories: readonly SpecialCategory[],
  law: string,
  isNamed: (type: (typeof fieldTypes)[number]) => boolean,
) {
  const listed = new Set(categories.filter((category) => category.law === law).flatMap(({ types }) => types));
  return fieldTypes.every((type) => isNamed(type) === listed.has(type.id));
}

const packSchema = z
  // A person's categories are bits of one number.
  .object({ categories: z.array(categorySchema).max(31).readonly() })
  .refine(({ categories }) => agrees(categories, 'PIPL', ({ pipl }) => pipl === 'y'), 'PIPL and the taxonomy differ')
  .refine(({ categories }) => agrees(categories, 'GDPR', ({ gdpr9 }) => gdpr9 === '1'), 'GDPR and the taxonomy differ')
  .refine(
    ({ categories }) => agrees(categories, 'GDPR art. 10', ({ gdpr9 }) => gdpr9 === '10'),
    'GDPR art. 10 and the taxonomy differ',
  );

/** The special categories of PIPL art. 28 and of GDPR arts. 9 and 10, in the order in which a screen lists them. */
export const specialCategories: readonly SpecialCategory[] = packSchema.parse(pack).categories;

/** The category of PIPL under which a person falls by age alone, whatever the data. */
export const childrenCategory = 'pipl-minors';
/** Younger than this a person is a child in the sense of PIPL, in years. */
export const childrenUnder = 14;
