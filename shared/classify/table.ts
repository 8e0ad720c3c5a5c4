import type { Detection } from '../domain/detection.ts';
import { type FieldTypeId, unknownFieldType } from '../domain/field-type-id.ts';
import { groupOf, packId } from '../packs/field-types.ts';
import { agreements } from './agreement.ts';
import { firstImpression, judge } from './column.ts';
import { gatherEvidence } from './evidence.ts';
import { nameLogins } from './logins.ts';
import { noSurroundings, type Surroundings } from './surroundings.ts';

const orderTime = packId('order-time');

/** What the other columns tell: those we are fairly sure of; guesses too, once two of them point to transactions. A time vouches for no other. */
type Impression = Pick<Detection, 'fieldType' | 'confidence'>;

function tellingTypes(others: readonly Impression[]): FieldTypeId[] {
  const guesses = others.map(({ fieldType }) => fieldType).filter((id) => id !== unknownFieldType);
  const transactions = new Set(guesses.filter((id) => id !== orderTime && groupOf(id) === 'transaction'));
  if (transactions.size >= 2) {
    return guesses;
  }
  return others.filter(({ confidence }) => confidence >= 0.75).map(({ fieldType }) => fieldType);
}

function surroundingsOf(detections: readonly Impression[], index: number): Surroundings {
  const others = detections.filter((_, other) => other !== index);
  return others.length === 0 ? noSurroundings : { types: tellingTypes(others), areKnown: true };
}

/**
 * The type of every column of a table. `headers` is null for a table without names; `columns` holds the values column by
 * column. A first verdict on each column lets the others know their neighbours, which decides what time a time is; last,
 * columns that agree row by row with a resident id are known for sure.
 */
export function detectTable(headers: readonly string[] | null, columns: readonly (readonly string[])[]): Detection[] {
  const gathered = columns.map((values, index) => gatherEvidence(headers?.[index] ?? null, values));
  const first = gathered.map(firstImpression);
  const second = gathered.map((evidence, index) => judge(evidence, surroundingsOf(first, index)));
  return nameLogins(agreements(second, columns), gathered);
}
