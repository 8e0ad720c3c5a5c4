import type { Case } from '#shared/domain/case.ts';
import type { Instant } from '#shared/domain/instant.ts';
import { isOwnTypeId } from '#shared/domain/own-field-type.ts';
import { circumstances, dataClasses, type SeverityInputId, severityInputIds } from '#shared/domain/severity.ts';
import { partInWords } from '#shared/expose/basis.ts';
import type { Severity } from '#shared/expose/severity.ts';
import {
  bandWords,
  formulaText,
  scoreText,
  severityInputLabels,
  severityValueWords,
} from '#shared/expose/severity-words.ts';
import { labelOf } from '#shared/packs/field-types.ts';
import type { CaseSeverity } from '../../storage/case-severity.ts';
import type { RowCategory, RowChartData } from '../../ui/chart/row-chart.tsx';
import type { ChartFacts } from '../../ui/chart-document/chart-facts.ts';

type Found = Pick<CaseSeverity, 'facts' | 'proposal' | 'decided' | 'consequence'>;

/** The inputs by the part of the score that they make up. */
const parts: readonly { readonly label: string; readonly inputs: readonly SeverityInputId[] }[] = [
  { label: 'DPC: the highest counts', inputs: dataClasses },
  { label: 'EI', inputs: ['identification'] },
  { label: 'CB: they add up', inputs: circumstances },
];

function categoryOf(input: SeverityInputId, { proposal, decided }: Found): RowCategory {
  const proposed = proposal.inputs[input].value;
  const stands = decided.inputs[input];
  const mark = (value: number) => ({ value, text: String(value), opens: false });
  return {
    key: input,
    label: severityInputLabels[input],
    // What was not changed needs no second mark.
    marks: { stands: mark(stands), ...(stands === proposed ? {} : { proposed: mark(proposed) }) },
  };
}

/** The chart of the severity's inputs, all on the scale of their scores. */
export function severityChart(found: Found): RowChartData {
  const groups = parts.map(({ label, inputs }) => ({
    label,
    categories: inputs.map((input) => categoryOf(input, found)),
  }));
  const isChanged = groups.some(({ categories }) => categories.some(({ marks }) => marks['proposed'] !== undefined));
  const stands = { key: 'stands', label: 'As it stands', form: 'bar', color: '#0072b2', pattern: 'stripes' } as const;
  const diamond = { form: 'diamond', color: '#b35900', pattern: 'dots' } as const;
  const proposed = { key: 'proposed', label: 'Proposed, where another is set', ...diamond };
  return {
    panels: [
      {
        ...{ key: 'score', title: 'Score of the input', part: 1 },
        layers: isChanged ? [stands, proposed] : [stands],
      },
    ],
    groups,
  };
}

/** The lines under the inputs: the parts of the score, and what they come to. */
function sums({ dpc, ei, cb, score, band }: Severity): ChartFacts['rows'] {
  const lines = [
    ['dpc', 'DPC', dpc, 'the highest class of data'],
    ['ei', 'EI', ei, 'ease of identification'],
    ['cb', 'CB', cb, 'the circumstances together'],
    ['se', 'SE = DPC × EI + CB', score, bandWords[band]],
  ] as const;
  return lines.map(([key, label, value, words]) => ({
    key,
    cells: [
      { value: label },
      { value, text: key === 'se' ? scoreText(value) : String(value) },
      { value: words },
      ...[null, '', ''].map((empty) => ({ value: empty })),
    ],
  }));
}

/** Which types were not counted over all rows of their table, in sentences, and the names in them that the analyst gave. */
function partsOf({ tables }: Found['facts']): { readonly notes: readonly string[]; readonly given: readonly string[] } {
  const parts = tables.flatMap(({ rows: ofRows, fields }) =>
    fields
      .filter(({ rows }) => rows < ofRows)
      .map(({ fieldType, rows }) => ({ fieldType, label: labelOf(fieldType), rows, ofRows })),
  );
  return {
    notes: parts.map(partInWords),
    given: parts.filter(({ fieldType }) => isOwnTypeId(fieldType)).map(({ label }) => label),
  };
}

/** What makes the chart of a case's severity a document, as of a moment. */
export function severityDocument(of: Case, found: Found, severity: Severity, now: Instant): ChartFacts {
  const { facts, proposal, decided, consequence } = found;
  const rows = facts.tables.reduce((sum, table) => sum + table.rows, 0);
  const isSet = consequence.severity.length > 0;
  const parts = partsOf(facts);
  return {
    title: `Severity of ${of.title}`,
    n: `n = ${rows.toLocaleString('en')} rows`,
    asOf: now.slice(0, 10),
    marking: of.tlp,
    notes: [
      `${formulaText(severity)} = ${scoreText(severity.score)}, ${bandWords[severity.band].toLowerCase()}${isSet ? ', with what the analyst set' : ', as proposed and not yet decided by the analyst'}.`,
      'It says what would follow if the data is real. Method: ENISA, v1.0, December 2013; the proposals are ours.',
      ...parts.notes,
    ],
    given: [of.title, ...consequence.severity.map(({ reason }) => reason), ...parts.given],
    columns: [
      { label: 'Input', isFigure: false },
      { label: 'Value', isFigure: true },
      { label: 'Means', isFigure: false },
      { label: 'Proposed', isFigure: true },
      { label: 'Set by the analyst', isFigure: false },
      { label: 'Reasons', isFigure: false, isFileOnly: true },
    ],
    rows: [
      ...severityInputIds.map((input) => {
        const override = consequence.severity.find((one) => one.input === input);
        const reasons = override === undefined ? proposal.inputs[input].reasons : [override.reason];
        const value = decided.inputs[input];
        return {
          key: input,
          cells: [
            { value: severityInputLabels[input] },
            { value, text: String(value) },
            { value: severityValueWords(input, value) },
            { value: proposal.inputs[input].value, text: String(proposal.inputs[input].value) },
            { value: override === undefined ? 'no' : 'yes' },
            { value: reasons.join(' ') },
          ],
        };
      }),
      ...sums(severity),
    ],
  };
}
