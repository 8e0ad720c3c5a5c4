import { chineseMobile } from '../classify/chinese-mobile.ts';
import { countryOfDomain, countryOfNationality } from '../classify/country-signs.ts';
import { yearOf } from '../classify/date-time.ts';
import { detectorFor } from '../classify/detectors.ts';
import { countryOfNumber } from '../classify/phone-plan.ts';
import { provinceOf, provinceOfDivision, provinceOfPhone } from '../classify/provinces.ts';
import { residentIdParts } from '../classify/resident-id.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { PersonKey, ProvinceSource } from '../domain/persons.ts';
import { groupOf, packId } from '../packs/field-types.ts';

/** What one value says of its person. A birth is a day as yyyymmdd, or an age in years as a negative number. */
export type PersonSigns = {
  readonly country?: string | null;
  readonly province?: number | null;
  readonly birth?: number;
};

type ReaderSpec = {
  /** Signs of a country by how good they are: 1 is the best. */
  readonly rank: number;
  readonly source: ProvinceSource | null;
  readonly read: (value: string) => PersonSigns;
};

/** How values of a field type say something of a person; each kind of sign has a bit of its own. */
export type SignReader = ReaderSpec & { readonly bit: number };

function birthDay(value: string): number {
  const year = yearOf(value);
  if (Number.isNaN(year)) {
    return 0;
  }
  const [, month, day] = /^\s*\d{4}\D?(\d{1,2})\D?(\d{1,2})/.exec(value) ?? [];
  // Where day and month may be either way round only the year counts, as its first day.
  return year * 10_000 + Number(month ?? 1) * 100 + Number(day ?? 1);
}

function ofResidentId(value: string): PersonSigns {
  const parts = residentIdParts(value.trim());
  return {
    country: 'CN',
    province: parts === null ? null : provinceOfDivision(parts.division),
    birth: parts?.born ?? 0,
  };
}

const mobile = detectorFor(packId('mobile'));

function ofMobile(value: string): PersonSigns {
  const chinese = chineseMobile(value);
  return chinese === null
    ? { country: countryOfNumber(mobile.normalise(value)) }
    : { country: 'CN', province: provinceOfPhone(chinese) };
}

function ofAddress(value: string): PersonSigns {
  const province = provinceOf(value.trim());
  return { country: province === null ? null : 'CN', province };
}

/** The country that issues an identity number. */
const issuers: Readonly<Record<string, string>> = {
  'hk-id': 'HK',
  'tw-id': 'TW',
  'sg-nric': 'SG',
  'kr-rrn': 'KR',
  'jp-my-number': 'JP',
  'in-aadhaar': 'IN',
  'in-pan': 'IN',
  'us-ssn': 'US',
  'uk-nino': 'GB',
  'br-cpf': 'BR',
  'tr-tckn': 'TR',
};

const specs: readonly (readonly [FieldTypeId, ReaderSpec])[] = [
  [packId('nationality'), { rank: 1, source: null, read: (value) => ({ country: countryOfNationality(value) }) }],
  [packId('cn-resident-id'), { rank: 2, source: 'resident-id', read: ofResidentId }],
  ...Object.entries(issuers).map(([type, country]): [FieldTypeId, ReaderSpec] => [
    packId(type),
    { rank: 2, source: null, read: () => ({ country }) },
  ]),
  [packId('mobile'), { rank: 3, source: 'phone', read: ofMobile }],
  [packId('address'), { rank: 4, source: 'address', read: ofAddress }],
  [
    packId('email'),
    {
      rank: 5,
      source: null,
      read: (value) => ({
        country: countryOfDomain(
          value
            .slice(value.lastIndexOf('@') + 1)
            .trim()
            .toLowerCase(),
        ),
      }),
    },
  ],
  [packId('birth-date'), { rank: 6, source: null, read: (value) => ({ birth: birthDay(value.trim()) }) }],
  // Nobody is of age 0 in a leak's eyes: a zero stands for an age that is not known.
  [packId('age'), { rank: 7, source: null, read: (value) => ({ birth: -Math.floor(Number.parseFloat(value)) || 0 }) }],
];
const readers = new Map<FieldTypeId, SignReader>(specs.map(([type, spec], at) => [type, { ...spec, bit: 1 << at }]));

/** What values of a type say of their person; null for a type that says nothing. */
export function signReaderOf(fieldType: FieldTypeId): SignReader | null {
  return readers.get(fieldType) ?? null;
}

/** Pictures and companies' codes are no key of a person. */
const noKeys = new Set<string>(['id-image', 'uscc']);

/** What a field type is for recognising persons: a key, the name or address that make one together, or nothing (null). */
export type KeyPart = Exclude<PersonKey, 'name-address'> | 'name' | 'address';

const keyParts = new Map<FieldTypeId, KeyPart>([
  [packId('mobile'), 'phone'],
  [packId('email'), 'email'],
  [packId('full-name'), 'name'],
  [packId('address'), 'address'],
]);

/** The part a field type has in recognising persons. Landlines and logins have none: households share them, persons have many. */
export function keyPartOf(fieldType: FieldTypeId): KeyPart | null {
  const isId = groupOf(fieldType) === 'government-id' && !noKeys.has(fieldType);
  return isId ? 'government-id' : (keyParts.get(fieldType) ?? null);
}
