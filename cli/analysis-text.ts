import { assessmentInWords, outcomeWords } from '#shared/domain/assessment-words.ts';
import type { CheckOutcome } from '#shared/domain/check.ts';
import type { Dialect } from '#shared/domain/dialect.ts';
import { counted } from '#shared/lib/counted.ts';
import { labelOf } from '#shared/packs/field-types.ts';
import { checkOf } from '#shared/verify/checks.ts';
import type { AnalysedColumn, AnalysedTable } from './analyze-file.ts';
import type { CheckedAnalysis } from './check-tables.ts';

const heads = ['column', 'holds', 'sure', 'filled', 'valid', 'different', 'or else'] as const;

/** How many cells of a terminal a text takes: characters of East Asian scripts take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1;
  }
  return width;
}

function lineOf({ header, detection, profile }: AnalysedColumn, place: number): string[] {
  const { fieldType, confidence, runnerUp } = detection;
  const { filled, valid, distinct, distinctIsEstimate } = profile;
  return [
    header === '' ? `(${place + 1})` : header,
    labelOf(fieldType),
    confidence === 0 ? '' : `${Math.round(confidence * 100)} %`,
    filled.toLocaleString('en'),
    valid.toLocaleString('en'),
    `${distinctIsEstimate ? '~' : ''}${distinct.toLocaleString('en')}`,
    runnerUp === null ? '' : labelOf(runnerUp),
  ];
}

function tableText({ summary, columns }: AnalysedTable): string {
  const lines = [[...heads], ...columns.map(lineOf)];
  const widths = heads.map((_, at) => Math.max(...lines.map((line) => widthOf(line[at] ?? ''))));
  const isNumber = (at: number): boolean => at >= 2 && at <= 5;
  const body = lines.map((line) =>
    line
      .map((text, at) => {
        const gap = ' '.repeat((widths[at] ?? 0) - widthOf(text));
        return isNumber(at) ? gap + text : text + gap;
      })
      .join('  ')
      .trimEnd(),
  );
  const name = summary.name === '' ? '' : `${summary.name}: `;
  const rejected = summary.rejected === 0 ? '' : `, ${counted(summary.rejected, 'record')} rejected`;
  return [`${name}${counted(summary.rows, 'row')}${rejected}`, ...body.map((line) => `  ${line}`)].join('\n');
}

/** The outcomes in the order they are told: what speaks against the table first. */
const told: readonly CheckOutcome[] = ['fail', 'warn', 'pass', 'not-run'];

/** The checks that were run, each with its sentence, and the names of those that were not. */
function checksText({ checks, verdict }: CheckedAnalysis): string {
  const heard = (outcome: CheckOutcome): CheckedAnalysis['checks'] => checks.filter((one) => one.outcome === outcome);
  const counts = told.map((outcome) => `${outcomeWords[outcome].toLowerCase()} ${heard(outcome).length}`);
  const ran = told
    .filter((outcome) => outcome !== 'not-run')
    .flatMap((outcome) =>
      heard(outcome).map(({ id, text }) => `  ${outcomeWords[outcome].padEnd(4)}  ${checkOf(id).title}: ${text}`),
    );
  const missed = heard('not-run').map(({ id }) => checkOf(id).title);
  return [
    `Is it real? Proposed: ${assessmentInWords(verdict)}`,
    ...verdict.reasons.map((reason) => `  ${reason}`),
    `Checks: ${counts.join(', ')}`,
    ...ran,
    ...(missed.length === 0 ? [] : [`  Not run: ${missed.join(', ')}`]),
  ].join('\n');
}

/** What was found in a file as text for a terminal. It shows no value of the file, only headers, figures and sentences. */
export function analysisText(
  file: string,
  { format, encoding }: Pick<Dialect, 'format' | 'encoding'>,
  tables: readonly CheckedAnalysis[],
): string {
  const parts = tables.map((table) => `${tableText(table)}\n\n${checksText(table)}`);
  return `${file} (${format}, ${encoding})\n\n${parts.join('\n\n')}\n\n`;
}
