import { describe, expect, it } from 'vitest';
import { type Instant, instantSchema } from '#shared/domain/instant.ts';
import { inOrder, overAt, runningAt, standingOf, standingText, unclearMoments } from '#shared/expose/clock-standing.ts';
import { type Countdown, countdownsOf } from '#shared/expose/clocks.ts';
import { engagedRegimes } from '#shared/expose/engaged-regimes.ts';
import { regimeFacts, regimeOf } from './law-facts.ts';

const at = (text: string) => instantSchema.parse(text);
const now = at('2026-11-26T08:00:00.000Z');
const aware = at('2026-11-25T08:00:00.000Z');

function countdown(until: Instant | null, met: Instant | null): Countdown {
  const regime = regimeOf('tr-kvkk');
  const [clock] = regime.clocks;
  if (clock === undefined) {
    throw new Error('no clock');
  }
  return { regime, clock, engagement: 'likely', from: until === null ? null : aware, until, met };
}

describe('a time limit', () => {
  it.each([
    ['2026-11-29T11:00:00.000Z', null, 'running', '3 d 3 h left'],
    ['2026-11-26T13:20:00.000Z', null, 'running', '5 h 20 min left'],
    ['2026-11-26T08:12:00.000Z', null, 'running', '12 min left'],
    ['2026-11-26T07:00:00.000Z', null, 'over', 'over for 1 h 0 min'],
    ['2026-11-28T08:00:00.000Z', '2026-11-26T05:00:00.000Z', 'met', 'met, 2 d 3 h before the end'],
    ['2026-11-25T12:00:00.000Z', '2026-11-25T12:00:00.000Z', 'met', 'met, 0 min before the end'],
    ['2026-11-25T12:00:00.000Z', '2026-11-25T12:30:00.000Z', 'met-late', 'met late, 30 min after the end'],
    // What is only planned is not done.
    ['2026-11-26T13:20:00.000Z', '2026-11-26T10:00:00.000Z', 'running', '5 h 20 min left'],
    [null, null, 'waiting', 'not started'],
    [null, '2026-11-26T05:00:00.000Z', 'met', 'met'],
  ] as const)('that ends %s and was met %s is %s', (until, met, standing, text) => {
    const one = countdown(until === null ? null : at(until), met === null ? null : at(met));
    expect([standingOf(one, now), standingText(one, now)]).toEqual([standing, text]);
  });

  it('that is not in force yet says from when on it is', () => {
    const [, clock] = regimeOf('in-dpdp').clocks;
    const one = countdown(at('2026-11-28T08:00:00.000Z'), null);
    expect(clock && standingText({ ...one, clock }, now)).toBe('not in force before 2027-05-13');
  });
});

describe('the time limits of a case in China, India and Germany, a day after it was known', () => {
  const victimCountries = ['CN', 'IN', 'DE'].map((country) => ({ country, basis: 'decided' as const }));
  const engaged = engagedRegimes(regimeFacts({ victimCountries, people: { seen: 2_000_000, claimed: null } }));
  const facts = { operator: 'ordinary', isMalicious: true, zone: 'UTC' } as const;
  const named = (clocks: readonly Countdown[]) => clocks.map(({ regime, clock }) => `${regime.id} ${clock.id}`);

  it('show what still runs before what is over, and what was met last', () => {
    const clocks = countdownsOf(engaged, { ...facts, moments: { aware }, done: {} });
    expect(named(runningAt(clocks, now))).toEqual(['eu-gdpr authority']);
    expect(named(overAt(clocks, now))).toEqual(['in-dpdp cert-in', 'cn-ncirm report']);
    const done = { 'eu-gdpr authority': now };
    expect(named(inOrder(countdownsOf(engaged, { ...facts, moments: { aware }, done }), now))).toEqual([
      ...['cn-ncirm report', 'in-dpdp cert-in', 'in-dpdp board', 'cn-ncirm summary', 'eu-gdpr authority'],
    ]);
  });

  it('name those of which a moment does not say that they were met', () => {
    const moments = { aware, reported: now };
    const clocks = countdownsOf(engaged, { ...facts, moments, done: { 'cn-ncirm report': now } });
    expect(unclearMoments(clocks, { moments }).map(({ event, unmet }) => [event, named(unmet)])).toEqual([
      ['reported', ['in-dpdp cert-in', 'eu-gdpr authority']],
    ]);
    expect(unclearMoments(clocks, { moments: { aware } })).toEqual([]);
  });
});
