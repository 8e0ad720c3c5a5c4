import type { PersonKey, Persons, ProvinceSource } from '../domain/persons.ts';
import { assertNever } from '../lib/assert-never.ts';
import { counted } from '../lib/counted.ts';

/** What a key is called, as it stands in a table. */
export function personKeyLabel(key: PersonKey): string {
  switch (key) {
    case 'government-id':
      return 'Government ID';
    case 'phone':
      return 'Mobile number';
    case 'email':
      return 'E-mail address';
    case 'name-address':
      return 'Name and address';
    default:
      return assertNever(key);
  }
}

/** Where a province was read from. */
export function provinceSourceLabel(source: ProvinceSource): string {
  switch (source) {
    case 'resident-id':
      return 'Province by resident ID';
    case 'phone':
      return 'Province by phone';
    case 'address':
      return 'Province by address';
    default:
      return assertNever(source);
  }
}

/** How persons are told apart, for a reader who does not know the code. */
export const personRule =
  'A person is a different key. Of each row the best key counts: a valid government ID, else a mobile number, else an e-mail address, else name and address together.';

/** For how many persons a figure of those looked at stands. */
export function personsFor({ persons, examined }: Pick<Persons, 'persons' | 'examined'>, count: number): number {
  return examined === 0 ? 0 : Math.round((count * persons) / examined);
}

/** How many persons there are, in words: exact, about so many, or between two bounds. */
export function personsInWords({ persons, least, most, isEstimate }: Persons): string {
  const about = isEstimate ? 'about ' : '';
  return least === most
    ? `${about}${counted(persons, 'person')}`
    : `${about}${counted(persons, 'different key')}: at least ${about}${least.toLocaleString('en')} and at most ${about}${counted(most, 'person')}`;
}

/** What the rows beyond the best key leave open, and on how many persons shares rest. */
export function personLimits(found: Persons): string[] {
  const { byKey, rows, rowsWithoutKey, examined, isEstimate } = found;
  return [
    ...(byKey.length > 1
      ? ['The lower bound takes it that rows with another key are of the same persons, the upper bound that none is.']
      : []),
    ...(rowsWithoutKey > 0
      ? [
          `${counted(rowsWithoutKey, 'row')} of ${rows.toLocaleString('en')} hold no key: their persons may be among those counted, or others.`,
        ]
      : []),
    ...(isEstimate
      ? [`Shares rest on ${counted(examined, 'person')} drawn evenly from all; figures are scaled up from them.`]
      : []),
  ];
}
