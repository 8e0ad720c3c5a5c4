import { z } from 'zod';
import { provinceLabel } from '../classify/provinces.ts';
import { type PersonKey, type ProvinceSource, personKeys, provinceSources } from '../domain/persons.ts';
import { assertNever } from '../lib/assert-never.ts';
import { countryName } from '../packs/countries.ts';
import { childrenCategory, childrenUnder, specialCategories } from '../packs/special-categories.ts';
import { personKeyLabel } from './person-words.ts';

/**
 * A figure of persons that rows can be found for: those recognised by a kind of key, of a country (ISO 3166-1 alpha-2) or
 * province (GB/T 2260), born in a decade, younger than so many years, or with data of a special category or of any special
 * category of a law. Ages are those `on` a day (ISO 8601).
 */
export type PersonFigure =
  | { readonly kind: 'key'; readonly key: PersonKey }
  | { readonly kind: 'country'; readonly country: string }
  | { readonly kind: 'province'; readonly source: ProvinceSource; readonly province: number }
  | { readonly kind: 'born'; readonly decade: number; readonly on: string }
  | { readonly kind: 'younger'; readonly than: number; readonly on: string }
  | { readonly kind: 'special'; readonly category: string; readonly on: string }
  | { readonly kind: 'special-by-law'; readonly on: string; readonly law: string };

/** A figure as a word of an address: `province.phone.44`. */
export function personFigureText(figure: PersonFigure): string {
  return Object.values(figure).join('.');
}

const whole = z.coerce.number().int().min(0);
const day = z.iso.date();
const readers: Readonly<Record<PersonFigure['kind'], (parts: readonly string[]) => PersonFigure | undefined>> = {
  key: ([given]) => {
    const key = personKeys.find((one) => one === given);
    return key === undefined ? undefined : { kind: 'key', key };
  },
  country: ([country]) =>
    country !== undefined && /^[A-Z]{2}$/.test(country) ? { kind: 'country', country } : undefined,
  province: ([given, code]) => {
    const source = provinceSources.find((one) => one === given);
    const province = whole.safeParse(code);
    return source === undefined || !province.success
      ? undefined
      : { kind: 'province', source, province: province.data };
  },
  born: ([year, date]) => {
    const [decade, on] = [whole.safeParse(year), day.safeParse(date)];
    return decade.success && on.success ? { kind: 'born', decade: decade.data, on: on.data } : undefined;
  },
  younger: ([years, date]) => {
    const [than, on] = [whole.safeParse(years), day.safeParse(date)];
    return than.success && on.success ? { kind: 'younger', than: than.data, on: on.data } : undefined;
  },
  special: ([category = '', date]) => {
    const on = day.safeParse(date);
    const isKnown = specialCategories.some(({ id }) => id === category);
    return isKnown && on.success ? { kind: 'special', category, on: on.data } : undefined;
  },
  'special-by-law': ([date, ...words]) => {
    // The name of a law may have a point of its own.
    const law = specialCategories.find((category) => category.law === words.join('.'))?.law;
    const on = day.safeParse(date);
    return law !== undefined && on.success ? { kind: 'special-by-law', on: on.data, law } : undefined;
  },
};
const kindSchema = z.enum(['key', 'country', 'province', 'born', 'younger', 'special', 'special-by-law']);

/** The figure that a word of an address stands for; null for any other text. */
export function personFigureFrom(text: string): PersonFigure | null {
  const [given, ...parts] = text.split('.');
  const kind = kindSchema.safeParse(given);
  return kind.success ? (readers[kind.data](parts) ?? null) : null;
}

const sourceWords: Readonly<Record<ProvinceSource, string>> = {
  'resident-id': 'resident ID',
  phone: 'phone number',
  address: 'address',
};

function orByAge(protectsChildren: boolean, on: string): string {
  return protectsChildren ? `, or whose values say younger than ${childrenUnder} on ${on}` : '';
}

/** By which rule the rows behind a figure are chosen: `Rows whose phone number says Guangdong`. */
export function personFigureRule(figure: PersonFigure): string {
  switch (figure.kind) {
    case 'key':
      return `Rows whose best key is: ${personKeyLabel(figure.key)}`;
    case 'country':
      return `Rows whose own values say ${countryName(figure.country)}`;
    case 'province':
      return `Rows whose ${sourceWords[figure.source]} says ${provinceLabel(figure.province)}`;
    case 'born':
      return `Rows whose own values say born in the ${figure.decade}s`;
    case 'younger':
      return `Rows whose own values say younger than ${figure.than} on ${figure.on}`;
    case 'special': {
      const label = specialCategories.find(({ id }) => id === figure.category)?.label ?? figure.category;
      return `Rows with a valid value of: ${label}${orByAge(figure.category === childrenCategory, figure.on)}`;
    }
    case 'special-by-law': {
      const protectsChildren = specialCategories.some(({ id, law }) => id === childrenCategory && law === figure.law);
      return `Rows with a valid value of any special category of ${figure.law}${orByAge(protectsChildren, figure.on)}`;
    }
    default:
      return assertNever(figure);
  }
}
