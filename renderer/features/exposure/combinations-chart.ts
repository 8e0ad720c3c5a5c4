import type { Case } from '#shared/domain/case.ts';
import type { Combination, Combinations } from '#shared/domain/combinations.ts';
import type { Sample } from '#shared/domain/sample.ts';
import type { KindFigure } from '#shared/expose/kind-figure.ts';
import { combinationLabel, type OpenedRisk, risksOf } from '#shared/expose/risks.ts';
import { counted } from '#shared/lib/counted.ts';
import type { RiskRule } from '#shared/packs/risks.ts';
import type { ChartFacts } from '../../ui/chart-document/chart-facts.ts';
import type { UpsetData, UpsetSet } from '../../ui/upset-chart/upset-chart.tsx';

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

/** A count of a set, as it fits over a narrow bar and as it is. */
function sized(rows: number): Pick<UpsetSet, 'size' | 'text' | 'shortText'> {
  const short = rows.toLocaleString('en', { notation: 'compact', maximumSignificantDigits: 2 });
  return { size: rows, text: rows.toLocaleString('en'), shortText: rows < 1000 ? String(rows) : short };
}

/** The chart of the commonest combinations. Colours stay apart for the colour-blind (Okabe and Ito). */
export function combinationsChart({ kinds }: Combinations, found: readonly RiskyCombination[]): UpsetData {
  return {
    sets: kinds.map(({ kind, rows }) => ({ ...{ key: kind, label: combinationLabel([kind]) }, ...sized(rows) })),
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

/** A risk that any of the combinations opens, with the rows that open it and the rules by which they do. */
export type RiskFound = OpenedRisk & { readonly rows: number };

/** The risks that the combinations open, most rows first. Rows of combinations that are not kept by name are not among them. */
export function risksFound(found: readonly RiskyCombination[]): readonly RiskFound[] {
  const byId = new Map<string, { id: string; label: string; rows: number; rules: Set<RiskRule> }>();
  for (const { rows, risks } of found) {
    for (const { id, label, rules } of risks) {
      const known = byId.get(id) ?? { id, label, rows: 0, rules: new Set() };
      known.rows += rows;
      for (const rule of rules) {
        known.rules.add(rule);
      }
      byId.set(id, known);
    }
  }
  return [...byId.values()].map((risk) => ({ ...risk, rules: [...risk.rules] })).sort((a, b) => b.rows - a.rows);
}

/** The rows of a risk in words: at least so many where some combinations are not kept by name. */
export function riskRowsText(rows: number, { rest }: Pick<Combinations, 'rest'>): string {
  return `${rest.rows > 0 ? '≥ ' : ''}${rows.toLocaleString('en')}`;
}

type CombinationFacts = {
  readonly of: Case;
  readonly sample: Sample;
  readonly combinations: Combinations;
  readonly found: readonly RiskyCombination[];
  readonly open: (figure: KindFigure) => void;
};

function notesOf({ rest, kept }: Combinations, shown: number): string[] {
  const none = kept.find(({ kinds }) => kinds.length === 0)?.rows ?? 0;
  return [
    'Each row stands in exactly one combination. A row holds a kind of data if a value of it is valid.',
    ...(shown > mostShown ? [`The chart shows the ${mostShown} commonest; the numbers hold ${shown}.`] : []),
    ...(rest.combinations > 0
      ? [
          `Not listed: ${counted(rest.combinations, 'rarer combination')} with ${counted(rest.rows, 'row')}. What they hold is in the figures of the kinds of data, but not in those of the risks.`,
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
      { label: 'Rows by', isFigure: false },
      { label: 'Name', isFigure: false, isName: true },
      { label: 'Rows', isFigure: true },
      { label: 'Share', isFigure: true },
      { label: 'Risks', isFigure: false },
      { label: 'Figure is', isFigure: false, isFileOnly: true },
    ],
    rows: [
      ...found.map(({ key, kinds, rows, risks }) => ({
        key,
        cells: [
          ...[{ value: 'Combination' }, { value: combinationLabel(kinds) }],
          { value: rows, open: () => open({ kind: 'exactly', kinds }) },
          ...[{ value: share(rows) }, { value: risksText(risks) }, { value: 'exact' }],
        ],
      })),
      ...combinations.kinds.map(({ kind, rows }) => ({
        key: `with ${kind}`,
        cells: [
          ...[{ value: 'Kind of data' }, { value: combinationLabel([kind]) }],
          { value: rows, open: () => open({ kind: 'with', of: kind }) },
          ...[{ value: share(rows) }, { value: '' }, { value: 'exact' }],
        ],
      })),
      ...risksFound(found).map(({ id, label, rows }) => ({
        key: `at risk ${id}`,
        cells: [
          ...[{ value: 'Risk' }, { value: label }],
          { value: rows, text: riskRowsText(rows, combinations), open: () => open({ kind: 'at-risk', risk: id }) },
          ...[{ value: share(rows) }, { value: '' }, { value: combinations.rest.rows > 0 ? 'at least' : 'exact' }],
        ],
      })),
    ],
  };
}
