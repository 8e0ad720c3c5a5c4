import { z } from 'zod';
import { fieldTypeGroupSchema } from '../domain/field-type-group.ts';
import { fieldTypeIdSchema } from '../domain/field-type-id.ts';

const columnsSchema = z.tuple([
  z.literal('id'),
  z.literal('en'),
  z.literal('zh'),
  z.literal('group'),
  z.literal('aliases'),
  z.literal('validator'),
  z.literal('hibp'),
  z.literal('presidio'),
  z.literal('dlp'),
  z.literal('misp'),
  z.literal('pipl'),
  z.literal('gdpr9'),
  z.literal('dpc'),
]);

const rowSchema = z
  .tuple([
    fieldTypeIdSchema,
    z.string().min(1),
    z.string().min(1),
    fieldTypeGroupSchema,
    z.string(),
    z.string(),
    z.string(),
    z.string(),
    z.string(),
    z.string(),
    z.enum(['y', 'c', 'n']),
    z.enum(['', '1', '10']),
    z.int().min(1).max(4),
  ])
  .transform(([id, en, zh, group, aliases, validator, hibp, presidio, dlp, misp, pipl, gdpr9, dpc]) => ({
    id,
    en,
    zh,
    group,
    /** Names a column of this type goes by; the id and both labels are among them. Not normalised. */
    aliases: [...new Set([id, en, zh, ...aliases.split('|').filter((alias) => alias !== '')])],
    validator: validator === '' ? null : validator,
    hibp: hibp === '' ? null : hibp,
    presidio: presidio === '' ? null : presidio,
    dlp: dlp === '' ? null : dlp,
    misp,
    pipl,
    gdpr9: gdpr9 === '' ? null : gdpr9,
    dpc,
  }))
  .readonly();

/** One type of leaked data: labels, header names, and its place in HIBP, Presidio, Google DLP, MISP, PIPL, GDPR, ENISA. */
export type FieldType = z.infer<typeof rowSchema>;

/** The shape of `field-types.json`: a table, and the rule behind each validator it names. */
export const fieldTypePackSchema = z
  .object({
    columns: columnsSchema,
    rows: z.array(rowSchema).readonly(),
    validators: z.record(z.string(), z.string()),
  })
  .refine(({ rows }) => new Set(rows.map(({ id }) => id)).size === rows.length, 'two field types share an id')
  .refine(
    ({ rows, validators }) => rows.every(({ validator }) => validator === null || validator in validators),
    'a field type names a validator that the pack does not describe',
  );
