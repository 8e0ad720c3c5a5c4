import { type Regime, regimePackSchema } from './regime-pack.ts';
import pack from './regimes.json' with { type: 'json' };

const { regimes: all, sources, meta } = regimePackSchema.parse(pack);

/** Every law of the pack, mainland China first. */
export const regimes: readonly Regime[] = all;

/** Where the statements on a law come from. */
export function sourceOf({ source }: Regime): string {
  return sources[source] ?? source;
}

/** When the pack as a whole was last checked (`2026-10`); each law carries its own date. */
export const packAsOf = meta.asOf;
