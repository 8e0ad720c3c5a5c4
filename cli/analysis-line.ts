import { maskValue } from '#shared/classify/mask.ts';
import type { ColumnProfile } from '#shared/domain/column-profile.ts';
import type { Dialect } from '#shared/domain/dialect.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { AnalysedColumn } from './analyze-file.ts';
import type { CheckedAgainst, CheckedAnalysis } from './check-tables.ts';
import { exposureFacts } from './exposure-facts.ts';

/** The ends of a range are values of somebody: they are hidden as the screen hides them. */
function rangeFacts({ range }: ColumnProfile, fieldType: FieldTypeId): object | null {
  const shown = (value: number): string => maskValue(fieldType, String(value)).text;
  return range === null ? null : { least: shown(range.least), greatest: shown(range.greatest) };
}

function columnFacts({ header, detection, profile }: AnalysedColumn): object {
  const { filled, valid, distinct, masked, spans, ...rest } = profile;
  const { fieldType, confidence, runnerUp, evidence } = detection;
  return {
    ...{ header, type: fieldType, confidence, runnerUp, filled, valid, distinct, masked },
    spans: Object.fromEntries((spans ?? []).map((found) => [found.fieldType, found.count])),
    evidence: { ...evidence, ...rest, range: rangeFacts(profile, fieldType) },
  };
}

function tableFacts(table: CheckedAnalysis, against: CheckedAgainst): object {
  const { summary, columns, checks, verdict } = table;
  return {
    ...{ name: summary.name, rows: summary.rows, rejected: summary.rejected },
    columns: columns.map(columnFacts),
    checks: checks.map(({ id, outcome, figure, text, counterCount }) => ({ id, outcome, figure, text, counterCount })),
    verdict,
    exposure: exposureFacts(table, against),
  };
}

/** What was found in a file as one line of JSON. It shows no value of the file, only headers, figures and sentences. */
export function analysisLine(
  file: string,
  dialect: Dialect,
  tables: readonly CheckedAnalysis[],
  against: CheckedAgainst,
): string {
  const { format, encoding } = dialect;
  return `${JSON.stringify({ file, format, encoding, tables: tables.map((table) => tableFacts(table, against)) })}\n`;
}
