import { z } from 'zod';
import { fieldTypeIdSchema } from './field-type-id.ts';

/** Which writing the letters of a column mostly are (ISO 15924); `Zyyy` where it has none, as in numbers. */
export const scriptSchema = z.enum([
  'Latn',
  'Hani',
  'Jpan',
  'Kore',
  'Cyrl',
  'Grek',
  'Arab',
  'Hebr',
  'Deva',
  'Thai',
  'Zyyy',
]);
export type Script = z.infer<typeof scriptSchema>;

/**
 * A form that values take: digits as 9, letters as A and a, Han characters as 汉, other letters as ж, each with how many
 * stand in a row (`9{11}`), every other character as itself. Of a value that is long only its beginning.
 */
const valueShapeSchema = z.object({ shape: z.string(), count: z.int().min(1) }).readonly();

/** The smallest and the largest value of a column of numbers. */
const numberRangeSchema = z.object({ least: z.number(), greatest: z.number() }).readonly();

/**
 * The language of the words of a column (ISO 639-1; `und` undetermined, `zxx` no words, as ISO 639-2 has them), and what it
 * rests on: of so many words so many are small words or characters that tell.
 */
const languageSchema = z
  .object({ code: z.string().regex(/^[a-z]{2,3}$/), words: z.int().min(0), signs: z.int().min(0) })
  .readonly();

/** How many values of a type stand inside the texts of a column. */
const spanCountSchema = z.object({ fieldType: fieldTypeIdSchema, count: z.int().min(1) }).readonly();

/** What every row of a table shows of one column, whatever type it has. */
export const columnProfileSchema = z
  .object({
    /** Cells with a value. */
    filled: z.int().min(0),
    /** Cells that the detector of the column's type accepts; 0 for an unknown type. */
    valid: z.int().min(0),
    /** Cells of which the source hid a part. */
    masked: z.int().min(0),
    /** Different values, in the spelling of the type. */
    distinct: z.int().min(0),
    distinctIsEstimate: z.boolean(),
    /** Null unless every value is a plain number. */
    range: numberRangeSchema.nullable(),
    /** Shortest and longest value in bytes of UTF-8; 0 for a column without values. */
    shortest: z.int().min(0),
    longest: z.int().min(0),
    /** The commonest forms first, and the number of cells they were counted in: past the first blocks one in 32. */
    shapes: z.array(valueShapeSchema).readonly(),
    shapesOf: z.int().min(0),
    script: scriptSchema,
    /** Null in a sample that was imported before it was told. */
    language: languageSchema.nullable().default(null),
    /**
     * The values found inside running text, the commonest type first, and the number of cells they were counted in, as for the
     * shapes. Null for a column without running text, and in a sample that was imported before they were counted.
     */
    spans: z.array(spanCountSchema).readonly().nullable().default(null),
    spansOf: z.int().min(0).default(0),
  })
  .readonly();
export type ColumnProfile = z.infer<typeof columnProfileSchema>;
