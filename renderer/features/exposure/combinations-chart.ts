import type { Case } from '#shared/domain/case.ts';
import type { Combination, Combinations } from '#shared/domain/combinations.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { combinationLabel, type OpenedRisk, risksOf } from '#shared/expose/risks.ts';
import type { ChartFacts } from '../../ui/chart-document/chart-facts.ts';
import type { UpsetData } from '../../ui/upset-chart/upset-chart.tsx';

/** The chart shows the commonest; the table has all that are kept. */
const mostShown = 20;

/** A combination with its name in an address and the risks it opens. */
export type RiskyCombination = Combination & { readonly key: string; readonly risks: readonly OpenedRisk[] };

function risksText(risks: readonly OpenedRisk[]): string {
  return risks.length === 0 ? 'opens none of the risks' : risks.map(({ label }) => label).join(', ');
}

/** The combinations of a sample that hold any kind of data, most rows first. */
export function riskyCombinations({ kept }: Combinations): readonly RiskyCombination[] {
  return kept
    .filter(({ kinds }) => kinds.length > 0)
    .map((combination) => ({
      ...combination,
      key: combination.kinds.join('.'),
      risks: risksOf(combination.kinds),
    }));
}

/** The chart of the commonest combinations. Colours stay apart for the colour-blind (Okabe and Ito). */
export function combinationsChart({ kinds }: Combinations, found: readonly RiskyCombination[]): UpsetData {
  return {
    sets: kinds.map(({ kind, rows }) => ({ key: kind, label: combinationLabel([kind]), size: rows })),
    looks: [
      { key: 'risky', label: 'Opens a risk', color: '#b35900', pattern: 'stripes' },
      { key: 'plain', label: 'Opens none of the risks', color: '#7a8a99', pattern: 'solid' },
    ],
    rows: found.slice(0, mostShown).map(({ key, kinds: sets, rows, risks }) => ({
      ...{ key, sets, value: rows, text: rows.toLocaleString('en') },
      label: combinationLabel(sets),
      remark: risksText(risks),
      look: risks.length === 0 ? 'plain' : 'risky',
    })),
  };
}

type CombinationFacts = {
  readonly of: Case;
  readonly sample: Sample;
  readonly combinations: Combinations;
  readonly found: readonly RiskyCombination[];
  readonly open: (key: string) => void;
};

function notesOf({ rest, kept }: Combinations, shown: number): string[] {
  const none = kept.find(({ kinds }) => kinds.length === 0)?.rows ?? 0;
  return [
    'Each row stands in exactly one combination. A row holds a kind of data if a value of it is valid.',
    ...(shown > mostShown ? [`The chart shows the ${mostShown} commonest; the numbers hold ${shown}.`] : []),
    ...(rest.combinations > 0
      ? [
          `${rest.rows.toLocaleString('en')} rows are in ${rest.combinations.toLocaleString('en')} rarer combinations that are not listed.`,
        ]
      : []),
    ...(none > 0 ? [`${none.toLocaleString('en')} rows hold none of these kinds of data.`] : []),
  ];
}

/** What makes the chart of combinations a document. */
export function combinationFacts({ of, sample, combinations, found, open }: CombinationFacts): ChartFacts {
  const share = (rows: number): string => `${((100 * rows) / Math.max(1, combinations.rows)).toFixed(1)}\u00a0%`;
  return {
    title: `Data held together in ${sample.name}`,
    n: `n = ${combinations.rows.toLocaleString('en')} rows`,
    asOf: sample.updatedAt.slice(0, 10),
    marking: of.tlp,
    notes: notesOf(combinations, found.length),
    given: [sample.name],
    columns: [
      { label: 'Combination', isFigure: false },
      { label: 'Rows', isFigure: true },
      { label: 'Share', isFigure: true },
      { label: 'Risks', isFigure: false },
    ],
    rows: found.map(({ key, kinds, rows, risks }) => ({
      key,
      cells: [
        { value: combinationLabel(kinds) },
        { value: rows, open: () => open(key) },
        { value: share(rows) },
        { value: risksText(risks) },
      ],
    })),
  };
}
