import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import chinese from 'i18n-iso-countries/langs/zh.json' with { type: 'json' };
import { countryWords } from '../packs/listing-words.ts';

/** Top-level domains of two letters that are sold all over the world, and say nothing of a country. */
const soldEverywhere = new Set(['io', 'me', 'tv', 'cc', 'ai', 'co', 'eu', 'us', 'to', 'ws', 'fm', 'am']);

/** The country (ISO 3166-1 alpha-2) whose top-level domain a host or mail address ends in; null where that says none. */
export function countryOfDomain(domain: string): string | null {
  const ending = /\.([a-z]{2})$/.exec(domain)?.[1];
  if (ending === undefined || soldEverywhere.has(ending)) {
    return null;
  }
  return ending === 'uk' ? 'GB' : ending.toUpperCase();
}

type Names = Readonly<Record<string, string | readonly string[]>>;

function addNames(byName: Map<string, string>, names: Names): void {
  for (const [code, name] of Object.entries(names)) {
    for (const one of typeof name === 'string' ? [name] : name) {
      byName.set(one.toLowerCase(), code);
    }
  }
}

const byName = new Map<string, string>();
addNames(byName, countryWords);
addNames(byName, english.countries);
addNames(byName, chinese.countries);
for (const [alpha2 = '', alpha3 = ''] of codes) {
  byName.set(alpha2.toLowerCase(), alpha2).set(alpha3.toLowerCase(), alpha2);
}

/** The country (ISO 3166-1 alpha-2) that a nationality names, in English or Chinese or by its code; null for other words. */
export function countryOfNationality(value: string): string | null {
  const name = value.trim().toLowerCase();
  return byName.get(name) ?? (name.endsWith('籍') ? (byName.get(name.slice(0, -1)) ?? null) : null);
}
