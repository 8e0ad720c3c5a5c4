import type { FieldTypeId } from '../domain/field-type-id.ts';
import { groupOf, packId } from '../packs/field-types.ts';

/** What the other columns of a table hold, as far as that is known when a column is judged. */
export type Surroundings = {
  readonly types: readonly FieldTypeId[];
  /** False as long as the other columns have not been looked at, and for a table of one column. */
  readonly areKnown: boolean;
};

/** A column that nothing is known to stand beside. */
export const noSurroundings: Surroundings = { types: [], areKnown: false };

const orderTime = packId('order-time');
const timestamp = packId('timestamp');
const orderId = packId('order-id');
const price = packId('price');
const personal = new Set(['identity', 'government-id', 'contact', 'credential', 'health', 'employment-education']);
/** Points and levels belong to members, and a time to itself. */
const vouchForNoOrder = new Set(['order-time', 'loyalty', 'browsing'].map(packId));
const things = new Set(['item', 'price', 'shop', 'tracking-number'].map(packId));

/** True if a neighbour tells of people: a region alone does not. */
export function areAboutPeople({ types }: Surroundings): boolean {
  return types.some((id) => personal.has(groupOf(id)) && id !== packId('region'));
}

/** True if a neighbour tells of orders or payments. A price or a time vouches for no other. */
export function areAboutTrade({ types }: Surroundings): boolean {
  return types.some((id) => groupOf(id) === 'transaction' && id !== orderTime && id !== price);
}

/** True if the table lists goods rather than people: a name in it may be anything's. */
export function areAboutThings(surroundings: Surroundings): boolean {
  return surroundings.types.some((id) => things.has(id)) && !areAboutPeople(surroundings);
}

/**
 * The time of a table of orders is the order's; in any other table it is just a time. `isOfCreation` says that the header
 * names the making of a record, which in a table with prices is an order.
 */
export function timeFor({ types }: Surroundings, isOfCreation: boolean): FieldTypeId {
  const trade = new Set(types.filter((id) => groupOf(id) === 'transaction' && !vouchForNoOrder.has(id)));
  return trade.has(orderId) || trade.size >= 3 || (isOfCreation && trade.size > 0) ? orderTime : timestamp;
}
