import type { FieldTypeId } from '../domain/field-type-id.ts';
import { findCountry } from './country.ts';
import { type Enumeration, enumerationsIn } from './enumeration.ts';
import { type NamedField, namedField } from './field-phrases.ts';
import { type Proposer, proposal } from './proposer.ts';

type FieldList = { readonly fields: readonly NamedField[]; readonly labelled: boolean };

/** The field types that an enumeration names, each once, at its first words. Null where it reads like no list of fields. */
function fieldsOf(text: string, list: Enumeration, country: string | null): FieldList | null {
  const byType = new Map<FieldTypeId, NamedField>();
  let known = 0;
  let upToLast = 0;
  for (const [index, { start, end }] of list.items.entries()) {
    const named = namedField(text.slice(start, end), list.style, country);
    if (named === null) {
      continue;
    }
    known++;
    upToLast = index + 1;
    if (!byType.has(named.fieldType)) {
      byType.set(named.fieldType, { fieldType: named.fieldType, start: start + named.start, end: start + named.end });
    }
  }
  const enough = list.labelled ? known > 0 : byType.size >= 2 && known * 2 >= upToLast;
  return enough ? { fields: [...byType.values()], labelled: list.labelled } : null;
}

/**
 * The claimed fields, from the fullest list of fields in the text and from nothing else: a word such as "credentials" in
 * a paragraph on risks claims nothing.
 */
export const fieldsProposer: Proposer = {
  kind: 'field',
  propose: (reading) => {
    const country = findCountry(reading)?.label ?? null;
    let best: FieldList | null = null;
    for (const enumeration of enumerationsIn(reading)) {
      const list = fieldsOf(reading.prose, enumeration, country);
      if (list !== null && (best === null || list.fields.length > best.fields.length)) {
        best = list;
      }
    }
    return (best?.fields ?? []).map((field) => {
      const words = reading.text.slice(field.start, field.end);
      return proposal(reading.text, field, { kind: 'field', text: words, fieldType: field.fieldType });
    });
  },
};
