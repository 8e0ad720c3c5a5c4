import type { SeverityInputId } from '../domain/severity.ts';
import type { Severity, SeverityBand } from './severity.ts';

/** What a band is called. */
export const bandWords: Readonly<Record<SeverityBand, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  'very-high': 'Very high',
};

/** What people may have to bear in a band, in ENISA's words in short. */
export const bandMeanings: Readonly<Record<SeverityBand, string>> = {
  low: 'Inconveniences that people overcome without much trouble.',
  medium: 'Significant inconveniences that people can overcome: cost, denial of a service, stress.',
  high: 'Significant consequences that people overcome with serious difficulty: fraud, blacklisting, loss of a job.',
  'very-high': 'Significant and possibly irreversible consequences.',
};

/** Whom one would presumably tell in a band. A presumption of practice, not a rule of any law. */
export const bandPresumptions: Readonly<Record<SeverityBand, string>> = {
  low: 'Presumably an entry in the record of breaches would do.',
  medium: 'Presumably the authority would have to be told.',
  high: 'Presumably the authority and the people concerned would have to be told.',
  'very-high': 'Presumably the authority and the people would have to be told, and the public too.',
};

/** What each input is called. */
export const severityInputLabels: Readonly<Record<SeverityInputId, string>> = {
  simple: 'Simple data',
  behavioural: 'Behavioural data',
  financial: 'Financial data',
  sensitive: 'Sensitive data',
  identification: 'Ease of identification',
  confidentiality: 'Loss of confidentiality',
  integrity: 'Loss of integrity',
  availability: 'Loss of availability',
  intent: 'Malicious intent',
};

const examples: Readonly<Record<SeverityInputId, Readonly<Record<number, string>>>> = {
  simple: {
    0: 'not exposed',
    1: 'as of customers of a supermarket',
    2: 'as of customers of a luxury seller',
    3: 'as deliveries of an adult bookshop',
    4: 'as of undercover officers',
  },
  behavioural: {
    0: 'not exposed',
    1: 'as calls to a helpdesk',
    2: 'as a week of calls, or a month of shopping',
    3: 'as a year of calls, or of a transit card',
    4: 'as calls to a hotline for psychology, or purchases of medicine',
  },
  financial: {
    0: 'not exposed',
    1: 'as a mere letter of a bank, or expired cards',
    2: 'as one day without details, or partial cards',
    3: 'as a month of balances',
    4: 'as a year of statements, or full cards that can be used',
  },
  sensitive: {
    0: 'not exposed',
    1: 'as the words “had blood tests”',
    2: 'as a visit to an emergency room',
    3: 'as a test for a named disease',
    4: 'as the result of such a test',
  },
  identification: { 0.25: 'negligible', 0.5: 'limited', 0.75: 'significant', 1: 'maximum' },
  confidentiality: {
    0: 'exposed, no evidence that anybody had access',
    0.25: 'known recipients',
    0.5: 'an unknown number of recipients',
  },
  integrity: {
    0: 'not altered, or restored before use',
    0.25: 'altered and maybe used, recoverable',
    0.5: 'altered and maybe used, not recoverable',
  },
  availability: { 0: 'not lost, or restored easily', 0.25: 'lost for a time', 0.5: 'lost for good' },
  intent: { 0: 'no', 0.5: 'yes' },
};

/** What a value of an input means: the figure and the example or words of the method for it. */
export function severityValueWords(input: SeverityInputId, value: number): string {
  return `${value} · ${examples[input][value] ?? ''}`;
}

/** How a score is made up, as ENISA writes it: `SE = DPC 2 × EI 1 + CB 1`. */
export function formulaText({ dpc, ei, cb }: Pick<Severity, 'dpc' | 'ei' | 'cb'>): string {
  return `SE = DPC ${dpc} × EI ${ei} + CB ${cb}`;
}

/** A score as it is written: 3.00, 1.25. */
export function scoreText(score: number): string {
  return score.toFixed(2);
}
