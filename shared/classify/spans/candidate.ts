import type { FieldTypeId } from '../../domain/field-type-id.ts';
import { packId } from '../../packs/field-types.ts';
import { detectorFor } from '../detectors.ts';

/** A stretch of a text, in UTF-16 units, that may be a value of a type. The lower the rank, the surer it is. */
export type Candidate = {
  readonly start: number;
  readonly end: number;
  readonly fieldType: FieldTypeId;
  readonly rank: number;
};

/** Finds all stretches of its kind in a text in plain form, overlapping ones too, in time in proportion to the text. */
export type SpanFinder = {
  /** What a text has at the least that holds one: most texts have not, and are not gone through. */
  readonly needs: RegExp;
  readonly find: (plain: string) => readonly Candidate[];
};

/**
 * The types that are found in a text, the surest first: what a scheme or a sign announces, what a check of many digits
 * proves, then forms that numbers of another kind may have by chance.
 */
const order = [
  ...['url', 'email', 'eth-address', 'btc-address', 'tron-address', 'iban', 'cn-resident-id', 'mac', 'ip', 'uscc'],
  ...['kr-rrn', 'br-cpf', 'hk-id', 'sg-nric', 'tw-id', 'plate', 'bank-card', 'mobile', 'us-ssn', 'in-aadhaar'],
  ...['landline', 'vin', 'in-pan', 'uk-nino', 'tr-tckn', 'address'],
];
const ranks = new Map(order.map((id, rank) => [packId(id), rank]));

/** Makes candidates of one type; a stretch that its detector does not accept is none. */
export function candidateOf(id: string): (plain: string, start: number, end: number) => Candidate | null {
  const fieldType = packId(id);
  const detector = detectorFor(fieldType);
  const rank = ranks.get(fieldType) ?? order.length;
  return (plain, start, end) => (detector.accepts(plain.slice(start, end)) ? { start, end, fieldType, rank } : null);
}

/** True for a letter or digit of ASCII. */
export function isWordSign(character: string): boolean {
  return /^[\dA-Za-z]$/.test(character);
}
