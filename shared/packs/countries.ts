import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };

type Names = Readonly<Record<string, string | readonly string[]>>;

const names: Names = english.countries;

/** Every name of a country in English, the formal one first. */
function namesOf(code: string): readonly string[] {
  const found = names[code];
  return typeof found === 'string' ? [found] : (found ?? []);
}

const shortest = 4;

/** The English name of a country by its code (ISO 3166-1 alpha-2), the short one of a formal one; the code where there is none. */
export function countryName(code: string): string {
  const [formal = code, ...others] = namesOf(code);
  return others.find((name) => name.length >= shortest && formal.includes(name)) ?? formal;
}

/** Whether a country's code or one of its English names begins with a text or has it within; case does not count. */
export function isCountryCalled(code: string, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return code.toLowerCase() === wanted || namesOf(code).some((name) => name.toLowerCase().includes(wanted));
}

/** Every country by its code, in the order of the English names. */
export const countryCodes: readonly string[] = Object.keys(names).toSorted((a, b) =>
  countryName(a).localeCompare(countryName(b), 'en'),
);
