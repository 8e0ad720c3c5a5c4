import type { FieldTypeGroup } from '../domain/field-type-group.ts';
import { type FieldTypeId, unknownFieldType } from '../domain/field-type-id.ts';
import { isOwnTypeId, type OwnFieldType, typeIdOf } from '../domain/own-field-type.ts';
import { type FieldType, fieldTypePackSchema } from './field-type-pack.ts';
import pack from './field-types.json' with { type: 'json' };

const { rows } = fieldTypePackSchema.parse(pack);
const byId = new Map<string, FieldType>(rows.map((row) => [row.id, row]));

/** Every field type, in the order of the pack, which runs group by group. */
export const fieldTypes: readonly FieldType[] = rows;

/** What can be said of any type that a column may hold. */
export type KnownType = Pick<FieldType, 'id' | 'en' | 'zh' | 'group' | 'aliases'>;

let ownTypes: readonly KnownType[] = [];
let ownById: ReadonlyMap<FieldTypeId, KnownType> = new Map();

/** Names the analyst's own types from now on, in place of those named before. Called once the vault is open, and on change. */
export function nameOwnTypes(own: readonly OwnFieldType[]): void {
  ownTypes = own.map(({ content, id }) => {
    const { en, zh, group, aliases } = content;
    return { id: typeIdOf({ id }), en, zh, group, aliases: [en, zh, ...aliases].filter((alias) => alias !== '') };
  });
  ownById = new Map(ownTypes.map((type) => [type.id, type]));
}

/** The analyst's own types, by their names. */
export function ownKnownTypes(): readonly KnownType[] {
  return ownTypes;
}

/** Every type that a column may hold: those of the pack, and the analyst's own behind them. */
export function knownTypes(): readonly KnownType[] {
  return [...fieldTypes, ...ownTypes];
}

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
  return byId.get(id)?.en ?? ownById.get(id)?.en ?? (isOwnTypeId(id) ? 'An own type, deleted since' : id);
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
  return byId.get(id)?.group ?? ownById.get(id)?.group ?? 'other';
}
