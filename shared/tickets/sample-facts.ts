import type { Sample } from '../domain/sample.ts';
import { partInWords, rowsCounted } from '../expose/basis.ts';
import type { CaseExposure, ExposureRow } from '../expose/exposure.ts';
import { whyUnsound } from '../expose/extrapolate.ts';
import type { Fact } from './fact.ts';
import { countText } from './numbers.ts';

/** How much was examined. Without a sample nothing is known, which is not the same as zero rows. */
export function sampleFacts(samples: readonly Pick<Sample, 'name' | 'rows' | 'rejected' | 'basis'>[]): Fact[] {
  const rows = samples.reduce((sum, sample) => sum + rowsCounted(sample), 0);
  const rejected = samples.reduce((sum, sample) => sum + sample.rejected, 0);
  const none = samples.length === 0;
  const source = none ? 'No sample is imported' : `${samples.map(({ name }) => name).join(', ')}`;
  return [
    { id: 'sample.count', label: 'Samples examined', text: none ? null : countText(samples.length), source },
    { id: 'sample.rows', label: 'Rows examined', text: none ? null : countText(rows), source },
    { id: 'sample.rejected', label: 'Records that could not be read', text: none ? null : countText(rejected), source },
  ];
}

/** One line per field type, in columns, as plain text: counts and never a value, and what does not rest on all rows. */
function tableOf(rows: readonly ExposureRow[]): string {
  const cells = rows.map(({ label, filled, valid, distinct, distinctIsEstimate }) => [
    label,
    countText(filled),
    countText(valid),
    `${distinctIsEstimate ? '~' : ''}${countText(distinct)}`,
  ]);
  const table = [['Field', 'Filled', 'Valid', 'Distinct'], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  );
  return [...lines, ...rows.map(partInWords).filter((words) => words !== '')].join('\n');
}

/**
 * One line for each field type of a sample, as plain text: between which counts its rows lie at the claimed size. `place` says
 * in which sample, where there are several.
 */
function extrapolatedLines(rows: readonly ExposureRow[], place: string): readonly string[] {
  return rows.flatMap(({ label, extrapolated }) => {
    // What the analyst has not settled is no fact, and neither is what rests on it.
    if (extrapolated === null || !extrapolated.size.isSettled) {
      return [];
    }
    const { filled, n, size } = extrapolated;
    return [
      `${label}${place}: between ${countText(filled.low)} and ${countText(filled.high)} of ${countText(size.records)} claimed records (95 %, n = ${countText(n)} rows)`,
    ];
  });
}

function extrapolatedFact({ samples }: CaseExposure): Fact {
  const lines = samples.flatMap(({ name, rows }) =>
    extrapolatedLines(rows, samples.length > 1 ? `, if all were as in ${name}` : ''),
  );
  const none = lines.length === 0;
  return {
    id: 'exposure.extrapolated',
    label: 'Rows at the claimed size',
    text: none ? null : [...lines, whyUnsound].join('\n'),
    source: none
      ? 'No confirmed claim names a size above the rows examined'
      : 'Share of rows with a value times the claimed size, with its Wilson interval, for each sample by itself',
  };
}

/** What the samples show, by field type. A type that is claimed but not seen is named apart. */
export function exposureFacts(exposure: CaseExposure): Fact[] {
  const { rows } = exposure;
  const seen = rows.filter(({ filled }) => filled > 0);
  const unseen = rows.filter(({ filled, claimed }) => filled === 0 && claimed);
  const none = seen.length === 0;
  const isInPart = seen.some(({ rows: counted, ofRows }) => counted < ofRows);
  const source = none
    ? 'No sample shows any field yet'
    : `Counted over every row of the samples${isInPart ? ', but for types that were changed: these over stored rows' : ''}`;
  const unseenText = unseen.length === 0 ? 'none' : unseen.map(({ label }) => label).join(', ');
  return [
    {
      id: 'exposure.types',
      label: 'Fields seen',
      text: none ? null : seen.map(({ label }) => label).join(', '),
      source,
    },
    { id: 'exposure.unseen', label: 'Fields claimed but not seen', text: none ? null : unseenText, source },
    { id: 'exposure.table', label: 'Table of fields seen', text: none ? null : tableOf(seen), source },
    extrapolatedFact(exposure),
  ];
}
