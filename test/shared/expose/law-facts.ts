import type { RegimeFacts } from '#shared/expose/engaged-regimes.ts';
import type { Regime } from '#shared/packs/regime-pack.ts';
import { regimes } from '#shared/packs/regimes.ts';

/** What is known of a case of which nothing is known, with what a test adds. */
export function regimeFacts(more: Partial<RegimeFacts> = {}): RegimeFacts {
  return {
    ...{ victimCountries: [], peopleCountries: [], data: [], people: { seen: 0, claimed: null }, hasMinors: false },
    ...{ isListed: false, isMalicious: false, operator: 'ordinary', isRegistrant: false, turnover: null, band: null },
    ...more,
  };
}

/** A law of the pack. */
export function regimeOf(id: string): Regime {
  const found = regimes.find((regime) => regime.id === id);
  if (found === undefined) {
    throw new Error(`The pack holds no ${id}`);
  }
  return found;
}
