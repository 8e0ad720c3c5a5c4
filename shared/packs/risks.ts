import { z } from 'zod';
import { type DataKindId, dataKindIdSchema } from '../domain/combinations.ts';
import { type FieldTypeId, fieldTypeIdSchema } from '../domain/field-type-id.ts';
import { fieldTypes } from './field-types.ts';
import pack from './risks.json' with { type: 'json' };

/** A row's kinds are bits of one number, and all their combinations an index of one array. */
const mostKinds = 20;

const kindSchema = z
  .object({ id: dataKindIdSchema, label: z.string().min(1), types: z.array(fieldTypeIdSchema).min(1).readonly() })
  .readonly();
const ruleSchema = z
  .object({
    /** A row opens the risk if it holds one kind of each of these lists. */
    needs: z.array(z.array(dataKindIdSchema).min(1).readonly()).min(1).readonly(),
    why: z.string().min(1),
    /** Where it is written; null for our own judgement. */
    source: z.string().min(1).nullable(),
  })
  .readonly();
const riskSchema = z
  .object({ id: z.string().min(1), label: z.string().min(1), rules: z.array(ruleSchema).min(1).readonly() })
  .readonly();

const typesKnown = new Set<string>(fieldTypes.map(({ id }) => id));
const packSchema = z
  .object({ kinds: z.array(kindSchema).max(mostKinds).readonly(), risks: z.array(riskSchema).readonly() })
  .refine(
    ({ kinds }) => kinds.every(({ types }) => types.every((type) => typesKnown.has(type))),
    'a kind names a field type that is not in the taxonomy',
  )
  .refine(({ kinds }) => {
    const types = kinds.flatMap((kind) => kind.types);
    return new Set(types).size === types.length && new Set(kinds.map(({ id }) => id)).size === kinds.length;
  }, 'two kinds share an id or a field type')
  .refine(({ kinds, risks }) => {
    const known = new Set(kinds.map(({ id }) => id));
    return risks.every(({ rules }) => rules.every(({ needs }) => needs.flat().every((id) => known.has(id))));
  }, 'a rule needs a kind that is not there');

const { kinds, risks } = packSchema.parse(pack);

/** A kind of data as a person names it, with the field types that count as it: a phone is a mobile number or a landline. */
type DataKind = z.infer<typeof kindSchema>;
/** A risk with the rules that open it: what a row must hold, why, and where that is written. */
type RiskEntry = z.infer<typeof riskSchema>;
export type RiskRule = z.infer<typeof ruleSchema>;

/** The kinds of data that matter in combination, at most 20, in the order in which a screen lists them. */
export const dataKinds: readonly DataKind[] = kinds;
/** The risks that combinations of kinds open. */
export const riskEntries: readonly RiskEntry[] = risks;

const kindByType = new Map<FieldTypeId, DataKindId>(kinds.flatMap(({ id, types }) => types.map((type) => [type, id])));

/** The kind that a field type counts as; null for one that opens nothing by itself or with others. */
export function kindOfType(fieldType: FieldTypeId): DataKindId | null {
  return kindByType.get(fieldType) ?? null;
}
