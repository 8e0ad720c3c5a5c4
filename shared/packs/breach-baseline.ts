import { z } from 'zod';
import pack from './breach-baseline.json' with { type: 'json' };
import { fieldTypes } from './field-types.ts';

const classes = new Set(fieldTypes.map(({ hibp }) => hibp));

const baselineSchema = z
  .object({
    source: z.string().min(1),
    /** When the source was read (year and month). */
    readAt: z.string().regex(/^\d{4}-\d{2}$/),
    /** What is not sure about it. */
    uncertain: z.string().min(1),
    breaches: z.int().min(1),
    /** Data classes by their names at Have I Been Pwned, each with the share (0–1) of the breaches that hold it. */
    classes: z
      .array(
        z
          .object({
            hibp: z.string().refine((name) => classes.has(name), 'no field type has this class'),
            share: z.number().min(0).max(1),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

/** How often public breaches hold each class of data, with its source and what is not sure about it. */
export const breachBaseline: z.infer<typeof baselineSchema> = baselineSchema.parse(pack);
