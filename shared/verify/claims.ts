import type { ClaimContent } from '../domain/claim.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import { assertNever } from '../lib/assert-never.ts';
import { counted } from '../lib/counted.ts';
import { groupOf, labelOf, packId } from '../packs/field-types.ts';
import { percent } from './figures.ts';
import type { ObservedField, ObservedSample } from './observe-sample.ts';

/** Whether the samples show what a claim says. `not-testable`: they can show neither that nor the contrary. */
export type ClaimOutcome = 'supported' | 'contradicted' | 'not-testable';

/** A claim beside what the samples show of it. */
export type ClaimMatch = { readonly claim: ClaimContent; readonly outcome: ClaimOutcome; readonly text: string };

type Match = Omit<ClaimMatch, 'claim'>;
type ClaimOf<Kind extends ClaimContent['kind']> = Extract<ClaimContent, { kind: Kind }>;

const notTestable = (text: string): Match => ({ outcome: 'not-testable', text });
const supported = (text: string): Match => ({ outcome: 'supported', text });
const contradicted = (text: string): Match => ({ outcome: 'contradicted', text });

/** Types that sellers mean by one word. */
const alike: readonly (readonly FieldTypeId[])[] = [
  ['mobile', 'landline'],
  ['password-plain', 'password-hash'],
  ['full-name', 'nickname'],
  ['address', 'region'],
  ['order-time', 'timestamp'],
].map((types) => types.map(packId));

function isMeant(claimed: FieldTypeId, shown: FieldTypeId): boolean {
  // “Transaction details” stands for any of them.
  const isAnyTransaction = claimed === packId('order-id') && groupOf(shown) === 'transaction';
  return (
    claimed === shown || isAnyTransaction || alike.some((types) => types.includes(claimed) && types.includes(shown))
  );
}

function rowsOf(samples: readonly ObservedSample[]): number {
  return samples.reduce((sum, { rows }) => sum + rows, 0);
}

function matchField({ fieldType }: ClaimOf<'field'>, samples: readonly ObservedSample[]): Match {
  const shown = samples.flatMap(({ fields }) => fields).filter((field) => isMeant(fieldType, field.fieldType));
  const best = shown.reduce<ObservedField | null>(
    (most, field) => (field.filled > (most?.filled ?? 0) ? field : most),
    null,
  );
  if (best !== null) {
    const share = best.filled === 0 ? 0 : best.valid / best.filled;
    return supported(
      `${counted(best.filled, 'row')} hold “${labelOf(best.fieldType)}”, ${percent(share)} of them in a valid form.`,
    );
  }
  if (shown.length > 0) {
    return contradicted('There is a column of this kind, but no row has a value in it.');
  }
  const unknown = samples.reduce((sum, { unknownColumns }) => sum + unknownColumns, 0);
  return unknown > 0
    ? notTestable(`No column is known to hold it, but the type of ${counted(unknown, 'column')} is not known.`)
    : contradicted('No column of the samples holds it.');
}

function matchCount({ count }: ClaimOf<'record-count'>, samples: readonly ObservedSample[]): Match {
  const rows = rowsOf(samples);
  if (count === null || count === 0) {
    return notTestable('The claim gives no number.');
  }
  if (rows > count * 1.02) {
    return contradicted(`The samples hold ${counted(rows, 'row')}, more than the seller says there are.`);
  }
  return rows >= count * 0.9
    ? supported(`The samples hold ${counted(rows, 'row')}, ${percent(rows / count)} of the number claimed.`)
    : notTestable(
        `The samples hold ${counted(rows, 'row')}, ${percent(rows / count)} of the number claimed. The rest nobody has seen.`,
      );
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function matchDate({ date }: ClaimOf<'date'>, samples: readonly ObservedSample[]): Match {
  const spans = samples.flatMap(({ days }) => (days === null ? [] : [days]));
  const last = spans
    .map((span) => span.last)
    .sort()
    .at(-1);
  if (date === null || last === undefined) {
    return notTestable(date === null ? 'The claim gives no date.' : 'The samples hold no times.');
  }
  const gap = daysBetween(last, date);
  if (gap < -2) {
    return contradicted(`The newest entry is of ${last}, ${counted(-gap, 'day')} after the date claimed.`);
  }
  return gap <= 90
    ? supported(`The newest entry is of ${last}, shortly before the date claimed.`)
    : notTestable(
        `The newest entry is of ${last}, ${counted(gap, 'day')} before the date claimed; the samples may hold old entries only.`,
      );
}

function matchPrice({ amount, currency }: ClaimOf<'price'>, claims: readonly ClaimContent[]): Match {
  const count = claims.flatMap((claim) => (claim.kind === 'record-count' ? [claim.count ?? 0] : [])).find((n) => n > 0);
  if (amount === null || count === undefined) {
    return notTestable('A price shows nothing of the data; without amount and record count there is none per record.');
  }
  const each = (1000 * amount) / count;
  return notTestable(
    `That is ${each.toLocaleString('en', { maximumSignificantDigits: 3 })} ${currency ?? ''} for 1,000 records. A price shows nothing of the data itself.`.replace(
      '  ',
      ' ',
    ),
  );
}

function matchCountry({ country }: ClaimOf<'country'>, samples: readonly ObservedSample[]): Match {
  const of = samples.reduce((sum, { countries }) => sum + countries.of, 0);
  if (country === null || of < 50) {
    return notTestable(
      country === null ? 'The claim names no single country.' : 'Too few values of the samples show a country.',
    );
  }
  const own = samples.reduce((sum, { countries }) => sum + (countries.byCountry.get(country) ?? 0), 0);
  const seen = `${percent(own / of)} of ${counted(of, 'value')} that show a country show this one.`;
  if (own / of >= 0.5) {
    return supported(seen);
  }
  return own / of < 0.1 ? contradicted(seen) : notTestable(seen);
}

/** What the table of a trade holds that hardly another does (labels of the listing's sectors). Our own reading. */
const typicalBySector: Readonly<Record<string, readonly FieldTypeId[]>> = Object.fromEntries(
  (
    [
      ['E-commerce', 'order-id order-time item price tracking-number shop'],
      ['Retail', 'order-id item price loyalty'],
      ['Banking and finance', 'bank-account iban balance credit-info income payment-record'],
      ['Cryptocurrency', 'btc-address eth-address tron-address'],
      ['Healthcare', 'diagnosis medical-record-no body-metrics'],
      ['Telecommunications', 'imsi imei'],
      ['Education', 'student-id education'],
      ['Travel and hospitality', 'trajectory'],
      ['Logistics', 'tracking-number'],
      ['Automotive', 'plate vin'],
    ] as const
  ).map(([sector, types]) => [sector, types.split(' ').map(packId)]),
);

function matchSector({ text }: ClaimOf<'sector'>, samples: readonly ObservedSample[]): Match {
  const typical = typicalBySector[text] ?? [];
  const filled = samples.flatMap(({ fields }) => fields).filter((field) => field.filled > 0);
  const shown = typical.filter((type) => filled.some(({ fieldType }) => fieldType === type));
  return shown.length > 0
    ? supported(`The samples hold what tables of this sector do: ${shown.map(labelOf).join(', ')}.`)
    : notTestable('No field of the samples is peculiar to this sector.');
}

function matchOf(claim: ClaimContent, claims: readonly ClaimContent[], samples: readonly ObservedSample[]): Match {
  switch (claim.kind) {
    case 'field':
      return matchField(claim, samples);
    case 'record-count':
      return matchCount(claim, samples);
    case 'date':
      return matchDate(claim, samples);
    case 'price':
      return matchPrice(claim, claims);
    case 'country':
      return matchCountry(claim, samples);
    case 'sector':
      return matchSector(claim, samples);
    case 'title':
    case 'seller':
    case 'source':
    case 'status':
      return notTestable('The samples can show nothing of this.');
    default:
      return assertNever(claim);
  }
}

/** Sets each claim beside what the samples of its case show. Without samples nothing can be tested. */
export function matchClaims(claims: readonly ClaimContent[], samples: readonly ObservedSample[]): ClaimMatch[] {
  return claims.map((claim) => {
    const match =
      rowsOf(samples) === 0 ? notTestable('There is no sample to compare with.') : matchOf(claim, claims, samples);
    return { claim, ...match };
  });
}
