import { detectorFor } from '#shared/classify/detectors.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { ExposureLayer } from '#shared/expose/series.ts';
import { joined } from '../../fixtures/bytes.ts';
import { type EcommerceSampleOptions, generateEcommerceSample } from '../../fixtures/ecommerce-sample.ts';
import { type ScannedTable, scanWhole } from '../../fixtures/scan-whole.ts';

/** A made-up sample as a file, and the same bytes read in the plainest way: the oracle. */
export type SyntheticSample = {
  readonly file: File;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly table: ScannedTable;
};

/** Makes a SYNTHETIC sample that spans several blocks and has the flaws of real ones. */
export function syntheticSample(options: Partial<EcommerceSampleOptions> = {}): SyntheticSample {
  const bytes = joined(generateEcommerceSample({ rows: 18_000, seed: 11, quirks: true, ...options }));
  const file = new File([bytes], 'synthetic.csv', { type: 'text/csv' });
  return { file, bytes, table: scanWhole([bytes], { hasHeader: true }) };
}

/** A file that holds this text. */
export function fileOf(text: string, name = 'made-up.csv'): File {
  return new File([text], name, { type: 'text/csv' });
}

/** The cells of a row that hold the type, trimmed, blank ones left out. */
function valuesOf(row: readonly string[], types: readonly FieldTypeId[], wanted: FieldTypeId): readonly string[] {
  return row.flatMap((cell, column) => (types[column] === wanted && cell.trim() !== '' ? [cell.trim()] : []));
}

/** Counts the rows behind a bar one by one, without blocks, sketches or a cache. */
export function recount(
  rows: readonly (readonly string[])[],
  types: readonly FieldTypeId[],
  wanted: FieldTypeId,
  layer: ExposureLayer,
): readonly number[] {
  const detector = detectorFor(wanted);
  const seen = new Set<string>();
  return rows.flatMap((row, at) => {
    const values = valuesOf(row, types, wanted);
    const spellings = values.map((value) => detector.normalise(value));
    const counts = {
      filled: values.length > 0,
      valid: values.some((value) => detector.accepts(value)),
      distinct: spellings.some((spelling) => !seen.has(spelling)),
    };
    for (const spelling of spellings) {
      seen.add(spelling);
    }
    return counts[layer] ? [at] : [];
  });
}
