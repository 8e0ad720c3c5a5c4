import type { FieldTypeId } from '../domain/field-type-id.ts';
import { detectorFor } from './detectors.ts';
import { isPlain } from './plain-types.ts';

/** A value as it is shown before it is revealed; `masked` is false where nothing was hidden. */
export type MaskedValue = { readonly text: string; readonly masked: boolean };

/**
 * Hides a value by the rules for its type (ticketing.md, rule 4): 张**, 330***********1234, 138****1234, a***@d.com, first
 * 6 + last 4 of a card, an address down to its city, nothing of a secret. Blank values have nothing to hide.
 * @example maskValue(packId('mobile'), '13812345678') // { text: '138****5678', masked: true }
 */
export function maskValue(fieldType: FieldTypeId, value: string): MaskedValue {
  const trimmed = value.trim();
  if (trimmed === '') {
    return { text: '', masked: false };
  }
  if (isPlain(fieldType, trimmed)) {
    return { text: trimmed, masked: false };
  }
  return { text: detectorFor(fieldType).mask(trimmed), masked: true };
}
