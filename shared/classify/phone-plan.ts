import metadata from 'libphonenumber-js/metadata.min';
import { z } from 'zod';
import { isDigits } from './characters.ts';

// Of each country the first entry is its calling code and the third the pattern of its national numbers. The library's
// own parser takes 26 µs a number, which a million rows do not have; a test compares both.
const countrySchema = z.tuple([z.string(), z.unknown(), z.string()]).rest(z.unknown());
const metadataSchema = z.object({ countries: z.record(z.string(), countrySchema) });

type Plan = { readonly country: string; readonly pattern: RegExp };

function nationalPatterns(): ReadonlyMap<string, readonly Plan[]> {
  const patterns = new Map<string, Plan[]>();
  for (const [country, [callingCode, , pattern]] of Object.entries(metadataSchema.parse(metadata).countries)) {
    const plan = { country, pattern: new RegExp(`^(?:${pattern})$`) };
    const known = patterns.get(callingCode);
    if (known === undefined) {
      patterns.set(callingCode, [plan]);
    } else {
      known.push(plan);
    }
  }
  return patterns;
}

const patterns = nationalPatterns();

/**
 * True for a number in E.164 form (`+`, calling code, national number) that fits a country's numbering plan. The plans
 * are Google's libphonenumber metadata as shipped by libphonenumber-js.
 * @example isInternationalNumber('+447911123456') // true
 */
export function isInternationalNumber(value: string): boolean {
  return plansOf(value).length > 0;
}

/** The country of a number in E.164 form, where its calling code and form are those of one country only; else null. */
export function countryOfNumber(value: string): string | null {
  const [plan, ...others] = plansOf(value);
  return others.length === 0 ? (plan?.country ?? null) : null;
}

/** The plans that a number in E.164 form fits. */
function plansOf(value: string): readonly Plan[] {
  if (value.length < 8 || value.length > 16 || !isDigits(value, 1)) {
    return [];
  }
  for (let end = 2; end <= 4; end++) {
    const candidates = patterns.get(value.slice(1, end));
    // Calling codes are prefix-free: the first that fits is the only one.
    if (candidates !== undefined) {
      const national = value.slice(end);
      return candidates.filter(({ pattern }) => pattern.test(national));
    }
  }
  return [];
}
