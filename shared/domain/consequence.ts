import { z } from 'zod';
import { caseIdSchema } from './case.ts';
import { lawFactsSchema, noLawFacts } from './law.ts';
import { recordShape, uuidSchema } from './record.ts';
import { severityInputIdSchema, severityValues } from './severity.ts';

/** An input of the severity as the analyst sets it against the proposal of that time, and why. */
export const severityOverrideSchema = z
  .object({
    input: severityInputIdSchema,
    value: z.number(),
    proposed: z.number(),
    reason: z.string().min(1).max(1000),
  })
  .refine(({ input, value }) => severityValues[input].includes(value), 'not a value of this input')
  .readonly();
export type SeverityOverride = z.infer<typeof severityOverrideSchema>;

export const consequenceIdSchema = uuidSchema.brand<'ConsequenceId'>();

/** What the analyst decides about the consequences of a case's leak. A case has at most one. */
export const consequenceSchema = z
  .object({
    id: consequenceIdSchema,
    caseId: caseIdSchema,
    /** At most one for each input; all others follow the proposal. */
    severity: z.array(severityOverrideSchema).readonly(),
    /** What laws ask for. */
    law: lawFactsSchema.default(noLawFacts),
    ...recordShape,
  })
  .readonly();
export type Consequence = z.infer<typeof consequenceSchema>;
