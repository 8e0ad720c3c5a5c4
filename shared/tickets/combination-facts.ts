import type { Combination } from '../domain/combinations.ts';
import type { Sample } from '../domain/sample.ts';
import { combinationLabel, risksOf } from '../expose/risks.ts';
import type { Fact } from './fact.ts';
import { countText } from './numbers.ts';

type Counted = { readonly sample: string; readonly of: number; readonly combination: Combination };

/** Of each sample the combination of two kinds or more that most rows hold; of these the one with most rows. */
function largest(samples: readonly Pick<Sample, 'name' | 'combinations'>[]): Counted | undefined {
  return samples
    .flatMap(({ name, combinations }): Counted[] => {
      const combination = combinations?.kept.find(({ kinds }) => kinds.length > 1);
      return combination === undefined ? [] : [{ sample: name, of: combinations?.rows ?? 0, combination }];
    })
    .sort((a, b) => b.combination.rows - a.combination.rows)[0];
}

/** What the rows hold together, and which risks that opens. */
export function combinationFacts(samples: readonly Pick<Sample, 'name' | 'combinations'>[]): Fact[] {
  const found = largest(samples);
  const risks = found === undefined ? [] : risksOf(found.combination.kinds).map(({ label }) => label.toLowerCase());
  const text =
    found === undefined
      ? null
      : `${combinationLabel(found.combination.kinds)}: ${countText(found.combination.rows)} of ${countText(found.of)} rows`;
  const source =
    found === undefined
      ? 'No sample shows two kinds of data together'
      : `Counted over ${countText(found.of)} rows of ${found.sample}`;
  return [
    { id: 'exposure.combination', label: 'Largest combination of data', text, source },
    {
      id: 'exposure.risks',
      label: 'Risks of the largest combination',
      text: found === undefined ? null : risks.length === 0 ? 'none that we know of' : risks.join(', '),
      source: 'The pack of risks, by the largest combination of data',
    },
  ];
}
