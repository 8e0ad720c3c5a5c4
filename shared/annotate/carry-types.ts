import type { Annotation } from '../domain/annotation.ts';
import type { SetColumnType } from './column-type.ts';

/**
 * The analyst's verdicts on the columns of a table, carried over to the same table read anew: each to the column of the same
 * name, wherever it stands now. A verdict whose column is gone is left behind.
 */
export function carryTypes(
  names: readonly string[],
  verdicts: readonly Pick<Annotation, 'column' | 'fieldType'>[],
  namesNow: readonly string[],
): readonly SetColumnType[] {
  return verdicts.flatMap(({ column, fieldType }) => {
    const name = names[column];
    const now = name === undefined ? -1 : namesNow.indexOf(name);
    return now < 0 ? [] : [{ column: now, to: fieldType }];
  });
}
