import { limitKey } from '../domain/law.ts';
import { type Regime, regimePackSchema } from './regime-pack.ts';
import pack from './regimes.json' with { type: 'json' };

const { regimes: all, sources } = regimePackSchema.parse(pack);

/** Every law of the pack, mainland China first. */
export const regimes: readonly Regime[] = all;

/** Where the statements on a law come from. */
export function sourceOf({ source }: Regime): string {
  return sources[source] ?? source;
}

const days = all.map(({ asOf }) => asOf).sort();

/** From when to when the laws of the pack were checked, each at its own date (`2025-09 and 2026-10`). */
export const checkedBetween = `${days[0] ?? ''} and ${days.at(-1) ?? ''}`;

/** What a law's time limit is called, by its key among the duties that were done: `Notice to the authority (EU GDPR)`. */
export function limitName(key: string): string {
  const found = regimes.flatMap(({ id, short, clocks }) =>
    clocks.filter((clock) => limitKey(id, clock.id) === key).map(({ label }) => `${label} (${short})`),
  );
  return found[0] ?? key;
}
