import { CheckIcon, defaultOptionsFilter, Group, isOptionsGroup, Select } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { type FieldTypeId, fieldTypeIdSchema } from '#shared/domain/field-type-id.ts';
import { typeChoices } from './type-choices.ts';

/** So many of the types that what was typed leaves are foreseen. */
const mostForeseen = 3;

type TypeSelectProps = {
  readonly type: FieldTypeId;
  /** What is most likely chosen before anything is typed. */
  readonly likely: readonly FieldTypeId[];
  /** Counts the times the analyst asked to change the type by key. */
  readonly typing: number;
  readonly choose: (type: FieldTypeId) => void;
  /** Hears which types may be chosen next, the likeliest first. */
  readonly foresee: (types: readonly FieldTypeId[]) => void;
};

/** The types in whose names the text stands, in the order of the list; none where there is no text. */
function typesWith(choices: ReturnType<typeof typeChoices>, search: string): FieldTypeId[] {
  if (search === '') {
    return [];
  }
  const left = defaultOptionsFilter({ options: choices, search, limit: Number.POSITIVE_INFINITY });
  const items = left.flatMap((choice) => (isOptionsGroup(choice) ? choice.items : [choice]));
  return items.map(({ value }) => fieldTypeIdSchema.parse(value));
}

/** The name of the type that Enter would choose. */
function labelInView(field: HTMLInputElement): string {
  const id = field.getAttribute('aria-activedescendant');
  return id === null ? '' : (document.getElementById(id)?.textContent ?? '');
}

/** Where a column's type is chosen. */
export function TypeSelect({ type, likely, typing, choose, foresee }: TypeSelectProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const choices = useMemo(typeChoices, []);
  useEffect(() => {
    if (typing > 0) {
      field.current?.focus();
    }
  }, [typing]);
  return (
    <Select
      ref={field}
      label="Holds"
      data={choices}
      value={String(type)}
      searchable
      allowDeselect={false}
      // What is typed takes the place of the type's name, and the first type that it leaves is chosen by Enter.
      onFocus={({ currentTarget }) => currentTarget.select()}
      selectFirstOptionOnChange
      onDropdownOpen={() => foresee(likely)}
      onSearchChange={(search) => {
        const left = typesWith(choices, search);
        // The name of the type that holds stands there before anything is typed.
        if (left.length > 0 && left[0] !== type) {
          foresee(left.slice(0, mostForeseen));
        }
      }}
      onKeyUp={({ currentTarget, key }) => {
        if (key === 'ArrowDown' || key === 'ArrowUp') {
          foresee(typesWith(choices, labelInView(currentTarget)).slice(0, 1));
        }
      }}
      renderOption={({ option, checked }) => (
        <Group gap="xs" flex={1} onPointerEnter={() => foresee([fieldTypeIdSchema.parse(option.value)])}>
          {checked === true && <CheckIcon size={12} />}
          {option.label}
        </Group>
      )}
      onChange={(value) => {
        if (value !== null) {
          choose(fieldTypeIdSchema.parse(value));
          // So that Ctrl+Z means the change, and no longer the letters that were typed to find it.
          field.current?.blur();
        }
      }}
    />
  );
}
