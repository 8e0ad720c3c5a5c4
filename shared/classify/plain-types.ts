import type { FieldTypeId } from '../domain/field-type-id.ts';
import { packId } from '../packs/field-types.ts';
import { isDigits } from './characters.ts';
import { dateTimeForm, yearOf } from './date-time.ts';
import { gender, paymentMethod } from './detectors/vocabularies.ts';
import { isRegionName } from './places.ts';

const amount = /^(?:[¥￥$€£] ?)?(?:\d{1,5}|\d{1,7}\.\d{1,2}|\d{1,3}(?:,\d{3}){1,2}(?:\.\d{1,2})?)$/;

/** A day of the web's years or later: an older one may be a birthday in the wrong column. Epochs look like phone numbers. */
function isRecordedTime(value: string): boolean {
  const form = dateTimeForm(value);
  return (form === 'date' || form === 'date-time') && yearOf(value) >= 1995;
}

/**
 * The types whose values alone say nothing of a person, each with the strict form in which a value is shown unmasked. The
 * form matters as much as the type: a phone number in a column wrongly typed as price fits no price. Only numbers that are
 * too short to call or to charge, times and closed vocabularies qualify. Products, shops and remarks have no closed form,
 * so they stay masked until revealed; ages and grades narrow down a person and stay masked too.
 */
const strictForms: readonly (readonly [string, (value: string) => boolean])[] = [
  ['price', (value) => amount.test(value)],
  ['order-time', isRecordedTime],
  ['timestamp', isRecordedTime],
  ['payment-method', (value) => paymentMethod.accepts(value)],
  ['region', isRegionName],
  ['gender', (value) => gender.accepts(value)],
  ['row-id', (value) => value.length <= 7 && isDigits(value)],
  ['loyalty', (value) => value.length <= 5 && isDigits(value)],
];

const byType = new Map(strictForms.map(([id, isStrict]) => [packId(id), isStrict]));

/** True if the value may be shown as it is: its type says nothing of a person, and it has the strict form of that type. */
export function isPlain(fieldType: FieldTypeId, value: string): boolean {
  return byType.get(fieldType)?.(value.trim()) ?? false;
}
