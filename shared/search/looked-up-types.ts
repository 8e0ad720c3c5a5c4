import type { FieldTypeId } from '../domain/field-type-id.ts';
import { packId } from '../packs/field-types.ts';

/**
 * Types whose values name nobody by themselves, are secrets, or are written in a thousand ways: nobody looks up one of them
 * exactly. All other types are, and a column of unknown type too, for it may hold anything.
 */
const passedOver = new Set<FieldTypeId>(
  [
    ...['gender', 'birth-date', 'age', 'nationality', 'birth-place', 'marital-status', 'photo', 'id-image'],
    ...['address', 'region', 'postcode', 'contact-list', 'password-plain', 'security-qa', 'pin', 'card-expiry'],
    ...['card-cvv', 'balance', 'income', 'credit-info', 'order-time', 'item', 'price', 'payment-method'],
    ...['payment-record', 'shop', 'loyalty', 'browsing', 'gps', 'trajectory', 'device-info', 'diagnosis'],
    ...['body-metrics', 'face', 'fingerprint', 'job-title', 'education', 'ethnicity', 'religion', 'political'],
    ...['sexuality', 'union', 'criminal', 'minor', 'message', 'remark', 'timestamp', 'row-id'],
  ].map(packId),
);

/** True for a type whose values are looked up exactly: ids, names, addresses of mail, phones, accounts, and unknown ones. */
export function isLookedUp(fieldType: FieldTypeId): boolean {
  return !passedOver.has(fieldType);
}
