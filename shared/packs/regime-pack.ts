import { z } from 'zod';
import { countrySchema, currencySchema, operatorKindSchema, startEventSchema } from '../domain/law.ts';

/** Why something is not sure: it is from memory, or sources differ. Shown wherever the thing itself is. */
const uncertain = z.string().min(1).exactOptional();

/** Groups of data that a threshold of a law names. */
const triggerDataSchema = z.enum(['sensitive', 'financial', 'government-id', 'credential', 'minors']);
export type TriggerData = z.infer<typeof triggerDataSchema>;

const clockSchema = z
  .object({
    id: z.string().min(1),
    label: z.string().min(1),
    duty: z.enum(['authority', 'people', 'filing', 'assessment']),
    amount: z.int().min(1),
    /** Hours; calendar days or business days, which end with a day. */
    unit: z.enum(['h', 'd', 'bd']),
    starts: startEventSchema,
    /** The moment of a case at which this duty is done, where one of them says so; our reading, not a source's. */
    metBy: startEventSchema.exactOptional(),
    /** Only for this kind of operator, or only where the act was (or was not) malicious. */
    operator: operatorKindSchema.exactOptional(),
    malicious: z.boolean().exactOptional(),
    /** The duty is not in force before this day. */
    notBefore: z.iso.date().exactOptional(),
    uncertain,
  })
  .readonly();
/** One time limit of a law. */
export type RegimeClock = z.infer<typeof clockSchema>;

/**
 * How the fixed amount and the share of a turnover go together. `fixed`: no share. `higher`, `lower`: the higher or lower of
 * the two. `either`: the text does not say which. `share-above`: the share where the turnover is above a bound, else the
 * fixed amount. `per-person`: the amount for each person.
 */
const fineRuleSchema = z.enum(['fixed', 'higher', 'lower', 'either', 'share-above', 'per-person']);

const fineSchema = z
  .object({
    label: z.string().min(1),
    article: z.string().min(1),
    rule: fineRuleSchema,
    amount: z.number().positive(),
    currency: currencySchema,
    percent: z.number().positive().max(100).exactOptional(),
    of: z.string().min(1).exactOptional(),
    above: z.number().positive().exactOptional(),
    note: z.string().min(1).exactOptional(),
    uncertain,
  })
  .readonly()
  .refine(
    ({ rule, percent, of }) => rule === 'fixed' || rule === 'per-person' || (percent !== undefined && of !== undefined),
    'a share without its figure',
  )
  .refine(({ rule, above }) => (rule === 'share-above') === (above !== undefined), 'a bound without its rule');
/** One ceiling of fines. */
export type RegimeFine = z.infer<typeof fineSchema>;

const regimeSchema = z
  .object({
    id: z.string().min(1),
    law: z.string().min(1),
    /** The law in two or three words. */
    short: z.string().min(1).max(30),
    countries: z.array(countrySchema).min(1).readonly(),
    /** The part of the country that the law is of, where it is not the whole. */
    partOf: z.string().min(1).exactOptional(),
    authority: z.string().min(1),
    articles: z.string().min(1),
    /** The key of its source in `sources`. */
    source: z.string().min(1),
    asOf: z.string().regex(/^\d{4}(-\d{2})?$/),
    confidence: z.enum(['high', 'medium']),
    starts: z.string().min(1),
    tellAuthority: z.string().min(1),
    tellPeople: z.string().min(1),
    fineText: z.string().min(1),
    note: z.string().min(1).exactOptional(),
    /** True where nobody has to tell anybody. */
    voluntary: z.boolean().exactOptional(),
    /** Whom the law reaches: by the victim's country, by the country of the people, or as a company on its exchange. */
    reach: z
      .object({
        by: z
          .array(z.enum(['victim', 'people', 'registrant']))
          .min(1)
          .readonly(),
        text: z.string().min(1),
        uncertain,
      })
      .readonly(),
    /** What has to be the case for the duty to tell; any one of them is enough. */
    trigger: z
      .object({
        text: z.string().min(1),
        people: z.int().min(1).exactOptional(),
        data: z.array(triggerDataSchema).readonly().exactOptional(),
        malicious: z.boolean().exactOptional(),
        /** A risk to the people, which a severity above low would speak for. */
        risk: z.boolean().exactOptional(),
        uncertain,
      })
      .readonly()
      .exactOptional(),
    clocks: z.array(clockSchema).readonly(),
    fines: z.array(fineSchema).readonly(),
  })
  .readonly();
/** A law that may ask something after a leak, with where each statement comes from and when it was checked. */
export type Regime = z.infer<typeof regimeSchema>;

/** The shape of `regimes.json`. */
export const regimePackSchema = z
  .object({
    meta: z.object({ asOf: z.string(), note: z.string() }),
    sources: z.record(z.string(), z.string()),
    regimes: z.array(regimeSchema).readonly(),
  })
  .refine(({ regimes }) => new Set(regimes.map(({ id }) => id)).size === regimes.length, 'two regimes share an id')
  .refine(
    ({ regimes, sources }) => regimes.every(({ source }) => source in sources),
    'a regime names a source that the pack does not describe',
  );
