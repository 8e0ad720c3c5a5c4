import type { CheckOutcome } from './check.ts';
import type { Assessment, AuthenticityStatus } from './verdict.ts';

/** What the outcome of a check is called. */
export const outcomeWords: Readonly<Record<CheckOutcome, string>> = {
  pass: 'Pass',
  warn: 'Warn',
  fail: 'Fail',
  'not-run': 'Not run',
};

/** What each status is called. */
export const statusWords: Readonly<Record<AuthenticityStatus, string>> = {
  'likely-authentic': 'Likely authentic',
  'likely-fabricated': 'Likely fabricated',
  'likely-recycled': 'Likely recycled',
  unverified: 'Unverified',
};

/** The letters of the Admiralty code in words: how reliable the source is. */
export const reliabilityWords: Readonly<Record<Assessment['reliability'], string>> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Reliability cannot be judged',
};

/** The digits of the Admiralty code in words: how credible the information is. */
export const credibilityWords: Readonly<Record<Assessment['credibility'], string>> = {
  '1': 'Confirmed by other sources',
  '2': 'Probably true',
  '3': 'Possibly true',
  '4': 'Doubtfully true',
  '5': 'Improbable',
  '6': 'Truth cannot be judged',
};

/** The words of ICD 203 for a likelihood, with the range that each stands for. */
export const likelihoodWords: Readonly<Record<Assessment['likelihood'], string>> = {
  'almost-no-chance': 'Almost no chance (1–5 %)',
  'very-unlikely': 'Very unlikely (5–20 %)',
  unlikely: 'Unlikely (20–45 %)',
  'roughly-even': 'Roughly even chance (45–55 %)',
  likely: 'Likely (55–80 %)',
  'very-likely': 'Very likely (80–95 %)',
  'almost-certain': 'Almost certain (95–99 %)',
};

/** The words of ICD 203 for the confidence in a judgement. */
export const confidenceWords: Readonly<Record<Assessment['confidence'], string>> = {
  low: 'Low confidence',
  moderate: 'Moderate confidence',
  high: 'High confidence',
};

/** The Admiralty grade as it is written: letter and digit. */
export function gradeOf({ reliability, credibility }: Pick<Assessment, 'reliability' | 'credibility'>): string {
  return `${reliability}${credibility}`;
}

/** A judgement in one line; reasons are left out. */
export function assessmentInWords(assessment: Omit<Assessment, 'reasons'>): string {
  const { status, likelihood, confidence } = assessment;
  const inner = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
  return `${statusWords[status]}, ${gradeOf(assessment)}; ${inner(likelihoodWords[likelihood])}, ${inner(confidenceWords[confidence])}`;
}
