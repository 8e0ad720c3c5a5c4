import type { Sample } from '#shared/domain/sample.ts';
import { displayHeaders } from '#shared/parse/header-names.ts';

/** The columns' names as they are shown: each different, and none empty. */
export function headersOf(sample: Sample): readonly string[] {
  return displayHeaders(sample.columns.map(({ header }) => header));
}
