import { unknownFieldType } from '#shared/domain/field-type-id.ts';
import { fieldTypeGroups } from '#shared/packs/field-type-pack.ts';
import { fieldTypes, groupLabelOf, labelOf } from '#shared/packs/field-types.ts';

const unknown = { value: String(unknownFieldType), label: labelOf(unknownFieldType) };

/** Every type a column can hold, by the groups of the taxonomy, with both labels so that either can be typed. */
export const typeChoices = [
  { group: 'Not known', items: [unknown] },
  ...fieldTypeGroups.map((group) => ({
    group: groupLabelOf(group),
    items: fieldTypes
      .filter((type) => type.group === group)
      .map(({ id, en, zh }) => ({ value: String(id), label: `${en} · ${zh}` })),
  })),
];
