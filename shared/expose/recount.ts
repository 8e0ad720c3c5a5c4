import type { Combinations } from '../domain/combinations.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { Sample, TypeProfile } from '../domain/sample.ts';
import { kindOfType } from '../packs/risks.ts';

/** The figures that rest on which types a sample's columns have. */
type TypedFigures = Pick<Sample, 'profiles' | 'combinations'>;

/** What a change of columns' types leaves: the figures of the types that it touches, counted anew. */
export type Recount = {
  readonly touched: readonly FieldTypeId[];
  readonly profiles: readonly TypeProfile[];
  /** Null where the change touches no kind of data that counts in combination. */
  readonly combinations: Combinations | null;
};

/** True if the rows' combinations follow a change of these types. */
export function changesCombinations(touched: readonly FieldTypeId[]): boolean {
  return touched.some((type) => kindOfType(type) !== null);
}

/** A sample's figures after a change: those that were counted anew, beside all others as they stand. */
export function afterRecount({ profiles, combinations }: TypedFigures, { touched, ...counted }: Recount): TypedFigures {
  return {
    profiles: [...profiles.filter(({ fieldType }) => !touched.includes(fieldType)), ...counted.profiles],
    combinations: counted.combinations ?? combinations,
  };
}
