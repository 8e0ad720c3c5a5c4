import type { CheckId } from '../domain/check.ts';
import type { Check } from './check.ts';
import { ageCurve } from './checks/age-curve.ts';
import { checksum } from './checks/checksum.ts';
import { claimSize } from './checks/claim-size.ts';
import { dupRows } from './checks/dup-rows.ts';
import { emailDomain } from './checks/email-domain.ts';
import { emailUnique } from './checks/email-unique.ts';
import { encoding } from './checks/encoding.ts';
import { faker } from './checks/faker.ts';
import { hashStyle } from './checks/hash-style.ts';
import { itemPrice } from './checks/item-price.ts';
import { knownLeak } from './checks/known-leak.ts';
import { mobilePrefix } from './checks/mobile-prefix.ts';
import { nameReal } from './checks/name-real.ts';
import { orderIdDates } from './checks/order-id.ts';
import { phoneRegion } from './checks/phone-region.ts';
import { plusAlias } from './checks/plus-alias.ts';
import { priceEnd } from './checks/price-end.ts';
import { ricBirth } from './checks/ric-birth.ts';
import { ricCheck } from './checks/ric-check.ts';
import { ricRegion } from './checks/ric-region.ts';
import { ricSex } from './checks/ric-sex.ts';
import { schemaFit } from './checks/schema-fit.ts';
import { seller } from './checks/seller.ts';
import { seqId } from './checks/seq-id.ts';
import { timeSane } from './checks/time-sane.ts';

/** Every check, in the order of the checklist. A new one is a file and a line here. */
export const checks: readonly Check[] = [
  claimSize,
  schemaFit,
  ricCheck,
  ricRegion,
  ricBirth,
  ricSex,
  ageCurve,
  checksum,
  mobilePrefix,
  phoneRegion,
  emailUnique,
  emailDomain,
  plusAlias,
  nameReal,
  dupRows,
  knownLeak,
  seqId,
  timeSane,
  priceEnd,
  itemPrice,
  orderIdDates,
  hashStyle,
  faker,
  encoding,
  seller,
];

const byId = new Map<CheckId, Check>(checks.map((check) => [check.id, check]));

/** A check by its id. Throws for an id without a check, which a test rules out. */
export function checkOf(id: CheckId): Check {
  const check = byId.get(id);
  if (check === undefined) {
    throw new Error(`There is no check ${id}.`);
  }
  return check;
}
