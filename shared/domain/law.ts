import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { victimSectorSchema } from './victim.ts';

/** A country by its code of ISO 3166-1 alpha-2. */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/);
/** A currency by its code of ISO 4217. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);

/**
 * The moments from which laws count: the operator is aware; it has assessed the incident; it has found it material; the
 * people are told; the authority has the first notice; the handling has ended.
 */
export const startEvents = ['aware', 'assessed', 'material', 'people-told', 'reported', 'handled'] as const;
export const startEventSchema = z.enum(startEvents);
export type StartEvent = z.infer<typeof startEventSchema>;

/** What kind of operator the victim is, as China's reporting measures tell them apart. */
export const operatorKindSchema = z.enum(['ordinary', 'critical', 'state-body']);
export type OperatorKind = z.infer<typeof operatorKindSchema>;

/** An amount of money in a currency. */
export const moneySchema = z.object({ amount: z.number().nonnegative(), currency: currencySchema }).readonly();
export type Money = z.infer<typeof moneySchema>;

/** What the analyst knows of a victim that laws ask for. Nothing in it is taken from a sample. */
export const lawFactsSchema = z
  .object({
    /** Where the victim is established; empty while the claims are all that is known. */
    victimCountries: z.array(countrySchema).readonly(),
    /** Where the people are; null while that is taken from the data. */
    peopleCountries: z.array(countrySchema).readonly().nullable(),
    sector: victimSectorSchema.nullable(),
    role: z.enum(['controller', 'processor']).nullable(),
    operator: operatorKindSchema,
    /** Whether it files reports with the US SEC. */
    isRegistrant: z.boolean(),
    /** Of the last full year, worldwide. */
    turnover: moneySchema.nullable(),
    moments: z.partialRecord(startEventSchema, instantSchema),
    /** When a duty was done, by its time limit (`limitKey`). It goes before what the moments say. */
    done: z.record(z.string().min(1), instantSchema).readonly().default({}),
    /** The client's time zone (IANA); null stands for the zone of the machine. */
    zone: z.string().min(1).nullable(),
  })
  .readonly();
export type LawFacts = z.infer<typeof lawFactsSchema>;

/** What is known before the analyst has said anything. */
export const noLawFacts: LawFacts = {
  victimCountries: [],
  peopleCountries: null,
  sector: null,
  role: null,
  operator: 'ordinary',
  isRegistrant: false,
  turnover: null,
  moments: {},
  done: {},
  zone: null,
};

/** The key of a law's time limit among the duties that were done, by the ids of the pack: `eu-gdpr authority`. */
export function limitKey(regimeId: string, clockId: string): string {
  return `${regimeId} ${clockId}`;
}
