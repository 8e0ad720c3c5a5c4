import type { Sample } from '../domain/sample.ts';
import { counted } from '../lib/counted.ts';

/** How many rows of a table were read and counted; of a profiled one only a selection of them is stored. */
export function rowsCounted({ rows, basis }: Pick<Sample, 'rows' | 'basis'>): number {
  return basis.kind === 'profiled' ? basis.rowsRead : rows;
}

/** On how many rows a sample's figures rest, in one or two sentences. */
export function figuresRestOn(sample: Pick<Sample, 'rows' | 'basis' | 'name'>): string {
  const all = `Counted over all ${counted(rowsCounted(sample), 'row')} of “${sample.name}”.`;
  return sample.basis.kind === 'whole'
    ? all
    : `${all} Of them a random selection of ${sample.rows.toLocaleString('en')} is stored: a figure opens those of its rows that are in the selection, and a type that you change is counted over the selection only.`;
}

/** The same for figures of so many rows: after a change of a type those of a selection rest on its rows only. */
export function countRestsOn(sample: Pick<Sample, 'rows' | 'basis' | 'name'>, rows: number): string {
  const all = rowsCounted(sample);
  return rows === all
    ? figuresRestOn(sample)
    : `Counted over the ${counted(rows, 'row')} of “${sample.name}” that are stored, drawn at random from ${all.toLocaleString('en')}, since the type of a column was changed.`;
}

/** A type's name, over how many rows it was counted, and of how many these are a part. */
type CountedType = { readonly label: string; readonly rows: number; readonly ofRows: number };

/** Why a type's figures rest on fewer rows than others; '' where they do not. */
export function partInWords({ label, rows, ofRows }: CountedType): string {
  return rows === ofRows
    ? ''
    : `${label} was counted over ${counted(rows, 'row')} of ${ofRows.toLocaleString('en')}, drawn at random: a profiled sample counts a type that was changed over its stored rows only.`;
}

/** The rows that are stored, and of how many they were drawn. */
export function storedRows({ rows, basis }: Pick<Sample, 'rows' | 'basis'>): string {
  return basis.kind === 'whole'
    ? counted(rows, 'row')
    : `${counted(rows, 'row')}, drawn at random from ${basis.rowsRead.toLocaleString('en')}`;
}
