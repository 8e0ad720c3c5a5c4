import { z } from 'zod';
import { caseIdSchema } from './case.ts';
import { checkResultSchema } from './check.ts';
import { fieldTypeIdSchema } from './field-type-id.ts';
import { instantSchema } from './instant.ts';
import { recordShape, uuidSchema } from './record.ts';
import { sampleIdSchema } from './sample.ts';

/** Whether a leak is what it is said to be. Real rows do not prove the named source. */
const authenticityStatuses = ['likely-authentic', 'likely-fabricated', 'likely-recycled', 'unverified'] as const;
export const authenticityStatusSchema = z.enum(authenticityStatuses);
export type AuthenticityStatus = z.infer<typeof authenticityStatusSchema>;

/** Admiralty code: how reliable the source is, A (completely) to F (cannot be judged). */
const sourceReliabilitySchema = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);
/** Admiralty code: how credible the information is, 1 (confirmed by other sources) to 6 (cannot be judged). */
const informationCredibilitySchema = z.enum(['1', '2', '3', '4', '5', '6']);

/** ICD-203 words of likelihood, least likely first. */
const likelihoods = [
  'almost-no-chance',
  'very-unlikely',
  'unlikely',
  'roughly-even',
  'likely',
  'very-likely',
  'almost-certain',
] as const;
const likelihoodSchema = z.enum(likelihoods);

/** ICD-203 confidence in a judgement; kept apart from its likelihood. */
const analyticConfidenceSchema = z.enum(['low', 'moderate', 'high']);

const assessmentShape = {
  status: authenticityStatusSchema,
  reliability: sourceReliabilitySchema,
  credibility: informationCredibilitySchema,
  likelihood: likelihoodSchema,
  confidence: analyticConfidenceSchema,
  /** Sentences; a decision has at least one of the analyst's own. */
  reasons: z.array(z.string().min(1)).readonly(),
};

/** A judgement on a leak: status, Admiralty grade, ICD-203 likelihood that it is authentic, and confidence. */
export const assessmentSchema = z.object(assessmentShape).readonly();
export type Assessment = z.infer<typeof assessmentSchema>;

/** What a sample shows of what sellers claim, counted over its rows. Nothing in it is a value of a person. */
export const observationSchema = z
  .object({
    rows: z.int().min(0),
    /** Rows with a value of the type, and with a valid one. */
    fields: z.array(
      z.object({ fieldType: fieldTypeIdSchema, filled: z.int().min(0), valid: z.int().min(0) }).readonly(),
    ),
    unknownColumns: z.int().min(0),
    /** The first and the last day of its times. */
    days: z.object({ first: z.iso.date(), last: z.iso.date() }).readonly().nullable(),
    /** Values that show a country, and how many of them show each (ISO 3166-1 alpha-2). */
    countries: z.object({ of: z.int().min(0), byCountry: z.array(z.tuple([z.string(), z.int()])) }).readonly(),
  })
  .readonly();
export type Observation = z.infer<typeof observationSchema>;

/** The checks of one sample as they were last run, and over how many of its rows. */
export const sampleChecksSchema = z
  .object({
    sampleId: sampleIdSchema,
    /** The columns' types and the claims that the checks rest on beside the rows; others make them stale. */
    basis: z.string(),
    ranAt: instantSchema,
    rows: z.int().min(0),
    results: z.array(checkResultSchema).readonly(),
    observed: observationSchema,
  })
  .readonly();
export type SampleChecks = z.infer<typeof sampleChecksSchema>;

export const verdictIdSchema = uuidSchema.brand<'VerdictId'>();

/**
 * What is thought of a case's leak: the checks of its samples, what the machine proposes of them, and what the analyst
 * decided. Proposal and decision are kept side by side; `decision` is null until there is one.
 */
export const verdictSchema = z
  .object({
    id: verdictIdSchema,
    caseId: caseIdSchema,
    checks: z.array(sampleChecksSchema).readonly(),
    proposal: assessmentSchema,
    decision: z
      .object({ ...assessmentShape, decidedAt: instantSchema })
      .readonly()
      .nullable(),
    ...recordShape,
  })
  .readonly();
export type Verdict = z.infer<typeof verdictSchema>;
