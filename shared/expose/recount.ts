import type { Combinations } from '../domain/combinations.ts';
import { type FieldTypeId, unknownFieldType } from '../domain/field-type-id.ts';
import type { Persons } from '../domain/persons.ts';
import type { Counted, Sample, TypeProfile } from '../domain/sample.ts';
import { kindOfType } from '../packs/risks.ts';
import { bearsOnPersons } from './persons.ts';

/** The figures that rest on which types a sample's columns have. */
type TypedFigures = Counted<Pick<Sample, 'profiles' | 'combinations' | 'persons'>>;

/** What a change of columns' types leaves: the figures of the types that it touches, counted anew. */
export type Recount = {
  readonly touched: readonly FieldTypeId[];
  readonly profiles: readonly TypeProfile[];
  /** Null where the change touches no kind of data that counts in combination. */
  readonly combinations: Combinations | null;
  /** Null where it touches nothing by which persons are recognised or described. */
  readonly persons: Persons | null;
};

/** What a change of some types asks for: whether the rows' combinations and persons follow, and on which types all rests. */
export type RecountPlan = {
  readonly combinations: boolean;
  readonly persons: boolean;
  readonly types: readonly FieldTypeId[];
};

/** Plans the count after a change of the touched types, under the column types that hold now. */
export function planRecount(columnTypes: readonly FieldTypeId[], touched: readonly FieldTypeId[]): RecountPlan {
  const combinations = touched.some((type) => kindOfType(type) !== null);
  const persons = touched.some(bearsOnPersons);
  const isAsked = (type: FieldTypeId): boolean =>
    touched.includes(type) || (combinations && kindOfType(type) !== null) || (persons && bearsOnPersons(type));
  const types = [...new Set(columnTypes)].filter((type) => type !== unknownFieldType && isAsked(type));
  return { combinations, persons, types };
}

/** A sample's figures after a change: those that were counted anew, beside all others as they stand. */
export function afterRecount(
  { profiles, combinations, persons }: TypedFigures,
  { touched, ...counted }: Recount,
): TypedFigures {
  return {
    profiles: [...profiles.filter(({ fieldType }) => !touched.includes(fieldType)), ...counted.profiles],
    combinations: counted.combinations ?? combinations,
    persons: counted.persons ?? persons,
  };
}
