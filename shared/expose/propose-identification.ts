import type { FieldTypeId } from '../domain/field-type-id.ts';
import { fieldTypes, labelOf, packId } from '../packs/field-types.ts';
import type { ProposedInput } from './proposed-input.ts';
import { type ExposedField, type ExposedTable, isMostlyMasked, type SeverityFacts } from './severity-facts.ts';

const ids = (...names: readonly string[]): readonly FieldTypeId[] => names.map(packId);

const name = ids('full-name');
const email = ids('email');
const birthDate = ids('birth-date');
const address = ids('address');
const phone = ids('mobile', 'landline');
const area = ids('address', 'region', 'postcode');
const picture = ids('face', 'photo');
const documentImage = ids('id-image');
const birthShowing = ids('cn-resident-id', 'kr-rrn');
const notOfPeople = ids('uscc', 'id-image');
const documentNumber: readonly FieldTypeId[] = fieldTypes
  .filter(({ id, group }) => group === 'government-id' && !notOfPeople.includes(id))
  .map(({ id }) => id);
const profile = ids('social-profile');
const alias = ids(
  'nickname',
  'username',
  'user-id',
  'qq',
  'wechat',
  'im-account',
  'plate',
  'imei',
  'imsi',
  'mac',
  'ip',
);

/** What must stand in a row together (one of each list), how easily it identifies, and the sentence for it. */
type Rule = { readonly value: number; readonly needs: readonly (readonly FieldTypeId[])[]; readonly why: string };

/**
 * The table of the method, the easiest identification first. The rules that join a name with one or two ways to reach the
 * person are our reading of “all means likely to be used, including cross-matching”.
 */
const rules: readonly Rule[] = [
  { value: 1, needs: [documentNumber, name], why: 'The number of an identity document stands with the name.' },
  { value: 1, needs: [name, birthDate, email], why: 'The full name stands with date of birth and e-mail address.' },
  { value: 1, needs: [documentImage], why: 'Images of identity documents show name, number and face.' },
  { value: 1, needs: [name, picture], why: 'A picture stands with the full name.' },
  { value: 1, needs: [name, address, phone], why: 'The full name stands with postal address and phone number.' },
  { value: 1, needs: [name, email, phone], why: 'The full name stands with e-mail address and phone number.' },
  { value: 0.75, needs: [birthShowing], why: 'The number of the identity document shows the date of birth.' },
  { value: 0.75, needs: [documentNumber, birthDate], why: 'The number of a document stands with the date of birth.' },
  { value: 0.75, needs: [documentNumber, email], why: 'The number of a document stands with an e-mail address.' },
  { value: 0.75, needs: [name, email], why: 'The full name stands with an e-mail address.' },
  { value: 0.75, needs: [name, birthDate], why: 'The full name stands with the date of birth.' },
  { value: 0.75, needs: [name, address], why: 'The full name stands with a postal address.' },
  { value: 0.75, needs: [name, phone], why: 'The full name stands with a phone number.' },
  { value: 0.75, needs: [picture], why: 'A clear picture, with nothing that names the person.' },
  { value: 0.75, needs: [email], why: 'An e-mail address can be looked for in social networks; many carry a name.' },
  { value: 0.75, needs: [profile], why: 'The profile in a social network is named.' },
  { value: 0.5, needs: [phone, area], why: 'A phone number stands with a place, but in no register that is public.' },
  { value: 0.25, needs: [documentNumber], why: 'The number of a document alone needs a register to be resolved.' },
  { value: 0.25, needs: [phone], why: 'Phone numbers of private persons stand in no public register.' },
  { value: 0.25, needs: [address], why: 'Postal addresses without a name point to a household.' },
  { value: 0.25, needs: [name], why: 'A name alone is shared by many in a large population.' },
  { value: 0.25, needs: [alias], why: 'A code or an alias needs the data of whoever gave it out.' },
];

type Found = { readonly rule: Rule; readonly fields: readonly ExposedField[] };

function fieldsFor({ needs }: Rule, { fields }: ExposedTable): readonly ExposedField[] | null {
  const found = needs.map((types) => fields.find((field) => types.includes(field.fieldType) && !isMostlyMasked(field)));
  const present = found.filter((field) => field !== undefined);
  return present.length === needs.length ? present : null;
}

function strongest(tables: readonly ExposedTable[]): Found | null {
  for (const rule of rules) {
    for (const table of tables) {
      const fields = fieldsFor(rule, table);
      if (fields !== null) {
        return { rule, fields };
      }
    }
  }
  return null;
}

/** How easily the people can be identified, from what stands together in one table; masked values identify nobody. */
export function proposeIdentification({ tables }: SeverityFacts): ProposedInput {
  const found = strongest(tables);
  if (found === null) {
    return { value: 0.25, reasons: ['Nothing that names or reaches a person is seen in clear.'], figures: [] };
  }
  const { rule, fields } = found;
  return {
    value: rule.value,
    reasons: [rule.why],
    figures: fields.map(({ fieldType, filled, rows }) => ({ label: labelOf(fieldType), rows: filled, of: rows })),
  };
}
