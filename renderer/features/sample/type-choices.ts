import type { ComboboxItem, ComboboxItemGroup } from '@mantine/core';
import { fieldTypeGroups } from '#shared/domain/field-type-group.ts';
import { unknownFieldType } from '#shared/domain/field-type-id.ts';
import { groupLabelOf, type KnownType, knownTypes, labelOf } from '#shared/packs/field-types.ts';

/** A type as a list offers it. */
function typeChoice({ id, en, zh }: KnownType): ComboboxItem {
  return { value: id, label: zh === '' ? en : `${en} · ${zh}` };
}

const unknown = { value: String(unknownFieldType), label: labelOf(unknownFieldType) };

/** Every type a column can hold, by the groups of the taxonomy, with both labels so that either can be typed. */
export function typeChoices(): ComboboxItemGroup<ComboboxItem>[] {
  const types = knownTypes();
  return [
    { group: 'Not known', items: [unknown] },
    ...fieldTypeGroups.map((group) => ({
      group: groupLabelOf(group),
      items: types.filter((type) => type.group === group).map(typeChoice),
    })),
  ];
}
