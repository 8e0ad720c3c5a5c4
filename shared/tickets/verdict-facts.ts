import { confidenceWords, gradeOf, likelihoodWords, statusWords } from '../domain/assessment-words.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Fact } from './fact.ts';

/** What the analyst has decided of the leak. A proposal that nobody decided on is no fact: a reply may not repeat it. */
export function verdictFacts(decision: Verdict['decision']): Fact[] {
  const source =
    decision === null ? 'Nothing is decided yet: decide under Verify' : 'Decided by the analyst under Verify';
  const fact = (id: string, label: string, text: string | undefined): Fact => ({
    ...{ id: `verdict.${id}`, label, text: text ?? null, source },
  });
  const known = decision ?? undefined;
  return [
    fact('status', 'Verdict on the leak', known && statusWords[known.status].toLowerCase()),
    fact('grade', 'Admiralty grade', known && gradeOf(known)),
    fact('likelihood', 'Likelihood that it is authentic', known && likelihoodWords[known.likelihood].toLowerCase()),
    fact('confidence', 'Confidence in the verdict', known && confidenceWords[known.confidence].toLowerCase()),
  ];
}
