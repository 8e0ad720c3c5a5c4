import { z } from 'zod';

/** The four classes of personal data of ENISA's method, the least telling first. */
export const dataClasses = ['simple', 'behavioural', 'financial', 'sensitive'] as const;
export type DataClass = (typeof dataClasses)[number];

/** The circumstances of the breach that ENISA's method adds up. */
export const circumstances = ['confidentiality', 'integrity', 'availability', 'intent'] as const;
export type Circumstance = (typeof circumstances)[number];

/** Everything that ENISA's severity is computed from. */
export const severityInputIds = [...dataClasses, 'identification', ...circumstances] as const;
export const severityInputIdSchema = z.enum(severityInputIds);
export type SeverityInputId = z.infer<typeof severityInputIdSchema>;

const classScores = [0, 1, 2, 3, 4] as const;
const partScores = [0, 0.25, 0.5] as const;

/**
 * The values that each input may take. A class of data scores 1 to 4, and 0 where no data of the class is exposed;
 * identification is the ease of identification (EI); the rest are the parts of the circumstances (CB).
 */
export const severityValues: Readonly<Record<SeverityInputId, readonly number[]>> = {
  simple: classScores,
  behavioural: classScores,
  financial: classScores,
  sensitive: classScores,
  identification: [0.25, 0.5, 0.75, 1],
  confidentiality: partScores,
  integrity: partScores,
  availability: partScores,
  intent: [0, 0.5],
};

/** A value for each input. */
export type SeverityInputs = Readonly<Record<SeverityInputId, number>>;
