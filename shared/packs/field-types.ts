import { type FieldTypeId, unknownFieldType } from '../domain/field-type-id.ts';
import { type FieldType, type FieldTypeGroup, fieldTypePackSchema } from './field-type-pack.ts';
import pack from './field-types.json' with { type: 'json' };

const { rows } = fieldTypePackSchema.parse(pack);
const byId = new Map<string, FieldType>(rows.map((row) => [row.id, row]));

/** Every field type, in the order of the pack, which runs group by group. */
export const fieldTypes: readonly FieldType[] = rows;

/** The id of a field type that code names itself. Throws at start if the pack does not hold it. */
export function packId(id: string): FieldTypeId {
  const known = byId.get(id);
  if (known === undefined) {
    throw new Error(`The field-type pack holds no "${id}"`);
  }
  return known.id;
}

/** The English label of a field type; `Unknown` for the unknown type, and the id itself where the pack is silent. */
export function labelOf(id: FieldTypeId): string {
  if (id === unknownFieldType) {
    return 'Unknown';
  }
  return byId.get(id)?.en ?? id;
}

const groupLabels: Readonly<Record<FieldTypeGroup, string>> = {
  identity: 'Identity',
  'government-id': 'Government ID',
  contact: 'Contact',
  credential: 'Credentials',
  financial: 'Financial',
  transaction: 'Transactions',
  location: 'Location',
  'device-network': 'Device and network',
  health: 'Health',
  biometric: 'Biometric',
  'employment-education': 'Employment and education',
  sensitive: 'Sensitive traits',
  other: 'Other',
};

/** The English label of a group of field types. */
export function groupLabelOf(group: FieldTypeGroup): string {
  return groupLabels[group];
}

/** The group of a field type; what the pack does not hold stands under `other`. */
export function groupOf(id: FieldTypeId): FieldTypeGroup {
  return byId.get(id)?.group ?? 'other';
}
