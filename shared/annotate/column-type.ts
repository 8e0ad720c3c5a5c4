import type { FieldTypeId } from '../domain/field-type-id.ts';

/** The analyst sets what one column (by its index) holds. */
export type SetColumnType = { readonly column: number; readonly to: FieldTypeId };

/** The columns' types after a command. A column that is not there changes nothing. */
export function setColumnType(types: readonly FieldTypeId[], { column, to }: SetColumnType): readonly FieldTypeId[] {
  return types.map((type, index) => (index === column ? to : type));
}

/** The command that undoes another one, given the types before it; null when there is no such column. */
export function inverseOf(types: readonly FieldTypeId[], { column }: SetColumnType): SetColumnType | null {
  const before = types[column];
  return before === undefined ? null : { column, to: before };
}
