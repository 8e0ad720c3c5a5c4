import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, instantOf, instantSchema } from '#shared/domain/instant.ts';
import { countdownsOf, hasStarted, instantFromLocal, isZone, localTextOf, zonedText } from '#shared/expose/clocks.ts';
import { engagedRegimes } from '#shared/expose/engaged-regimes.ts';
import type { RegimeClock } from '#shared/packs/regime-pack.ts';
import { regimeFacts, regimeOf } from './law-facts.ts';

const at = (text: string) => instantSchema.parse(text);

/** When a limit of a made-up law ends. */
function endOf({ amount, unit }: Pick<RegimeClock, 'amount' | 'unit'>, aware: Instant, zone: string): Instant {
  const clock = { id: 'one', label: 'One', duty: 'authority', starts: 'aware', amount, unit } as const;
  const engaged = { regime: { ...regimeOf('tr-kvkk'), clocks: [clock] }, reasons: [], ceilings: [] };
  const facts = { moments: { aware }, done: {}, operator: 'ordinary', isMalicious: false, zone } as const;
  return countdownsOf([{ ...engaged, engagement: 'likely' }], facts)[0]?.until ?? aware;
}

describe('a time limit', () => {
  it('counts hours as hours when the clocks are put forward', () => {
    const end = endOf({ amount: 72, unit: 'h' }, at('2026-03-27T17:00:00.000Z'), 'Europe/Berlin');
    expect(zonedText(end, 'Europe/Berlin')).toBe('2026-03-30 19:00 +02:00');
    expect(end).toBe('2026-03-30T17:00:00.000Z');
  });

  it('ends calendar days with the last day of the zone', () => {
    // 23:30 on Friday in Singapore, still Friday afternoon in UTC.
    const end = endOf({ amount: 3, unit: 'd' }, at('2026-11-27T15:30:00.000Z'), 'Asia/Singapore');
    expect(end).toBe('2026-11-30T15:59:59.000Z');
    expect(endOf({ amount: 3, unit: 'd' }, at('2026-11-27T16:30:00.000Z'), 'Asia/Singapore')).toBe(
      '2026-12-01T15:59:59.000Z',
    );
  });

  it('leaves weekends out of business days', () => {
    const zone = 'America/New_York';
    const friday = at('2026-10-30T15:00:00.000Z');
    expect(zonedText(endOf({ amount: 4, unit: 'bd' }, friday, zone), zone)).toBe('2026-11-05 23:59 -05:00');
    const saturday = at('2026-10-31T15:00:00.000Z');
    expect(zonedText(endOf({ amount: 1, unit: 'bd' }, saturday, zone), zone)).toBe('2026-11-02 23:59 -05:00');
  });

  it('never ends a longer limit before a shorter one, in any zone', () => {
    const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const zone = fc.constantFrom(
      'UTC',
      'Europe/London',
      'Asia/Shanghai',
      'America/Sao_Paulo',
      'Pacific/Apia',
      'Australia/Lord_Howe',
    );
    fc.assert(
      fc.property(
        instant,
        zone,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('h', 'd', 'bd'),
        (date, place, amount, unit) => {
          const from = instantOf(date.getTime());
          const end = endOf({ amount, unit }, from, place);
          expect(end > from).toBe(true);
          expect(endOf({ amount: amount + 1, unit }, from, place) > end).toBe(true);
          expect(endOf({ amount, unit: 'bd' }, from, place) >= endOf({ amount, unit: 'd' }, from, place)).toBe(true);
        },
      ),
    );
  });
});

describe('the text of a form', () => {
  it('stands for the moment that the zone’s clocks show', () => {
    expect(instantFromLocal('2026-07-01T09:30', 'Asia/Shanghai')).toBe('2026-07-01T01:30:00.000Z');
    expect(localTextOf(at('2026-07-01T01:30:00.000Z'), 'Asia/Shanghai')).toBe('2026-07-01T09:30');
    expect(instantFromLocal('soon', 'UTC')).toBeNull();
  });

  it('is moved on where the clocks skip it', () => {
    expect(instantFromLocal('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  });
});

describe('countdownsOf', () => {
  const aware = at('2026-11-25T08:00:00.000Z');
  const people = { seen: 2_000_000, claimed: null };
  const facts = { isMalicious: true, zone: 'Asia/Shanghai', done: {} };

  function clocksIn(country: string, more: Partial<Parameters<typeof countdownsOf>[1]>): string[] {
    const engaged = engagedRegimes(regimeFacts({ victimCountries: [{ country, basis: 'decided' }], people }));
    return countdownsOf(engaged, { ...facts, operator: 'ordinary', moments: { aware }, ...more }).map(
      (countdown) => `${countdown.clock.id} ${hasStarted(countdown) ? countdown.until : 'waits'}`,
    );
  }

  it('gives each kind of operator its own limit, and lets the others wait for their start', () => {
    expect(clocksIn('CN', {})).toEqual(['report 2026-11-25T12:00:00.000Z', 'summary waits']);
    expect(clocksIn('CN', { operator: 'critical' })).toEqual(['report-cii 2026-11-25T09:00:00.000Z', 'summary waits']);
    expect(clocksIn('CN', { moments: {} })).toEqual(['report waits', 'summary waits']);
  });

  it('tells a malicious act from another, the first end first', () => {
    expect(clocksIn('JP', {})).toEqual([
      'preliminary 2026-11-30T15:59:59.000Z',
      'full-malicious 2027-01-24T15:59:59.000Z',
    ]);
    expect(clocksIn('JP', { isMalicious: false })).toContain('full 2026-12-25T15:59:59.000Z');
  });

  it('does not run a duty that is not in force yet', () => {
    expect(clocksIn('IN', {})).toEqual(['cert-in 2026-11-25T14:00:00.000Z', 'board waits']);
    expect(clocksIn('IN', { moments: { aware: at('2027-06-01T00:00:00.000Z') } })).toEqual([
      'cert-in 2027-06-01T06:00:00.000Z',
      'board 2027-06-04T00:00:00.000Z',
    ]);
  });
});

describe('a duty that was done', () => {
  const aware = at('2026-11-25T08:00:00.000Z');
  const told = at('2026-11-26T08:00:00.000Z');

  /** The limits of a victim in these countries: what was done when. */
  function metIn(countries: readonly string[], facts: Partial<Parameters<typeof countdownsOf>[1]>) {
    const victimCountries = countries.map((country) => ({ country, basis: 'decided' as const }));
    const engaged = engagedRegimes(regimeFacts({ victimCountries, people: { seen: 2_000_000, claimed: null } }));
    const known = { moments: { aware }, done: {}, operator: 'ordinary', isMalicious: true, zone: 'UTC' } as const;
    return countdownsOf(engaged, { ...known, ...facts }).map(
      ({ regime, clock, from, met }) => [`${regime.id} ${clock.id}`, { from, met }] as const,
    );
  }

  it('is met by the moment of the case that says so', () => {
    const moments = { aware, reported: told, 'people-told': told };
    expect(Object.fromEntries(metIn(['TR'], { moments }))).toEqual({ 'tr-kvkk authority': { from: aware, met: told } });
    expect(Object.fromEntries(metIn(['JP'], { moments }))).toEqual({
      'jp-appi preliminary': { from: aware, met: told },
      // The first notice is not the full report.
      'jp-appi full-malicious': { from: aware, met: null },
    });
    expect(Object.fromEntries(metIn(['SG'], { moments: { aware, assessed: told } }))).toEqual({
      'sg-pdpa assessment': { from: aware, met: told },
      'sg-pdpa authority': { from: told, met: null },
    });
  });

  it('is not met by a moment that does not say which of several authorities has the notice', () => {
    const found = metIn(['DE', 'IN', 'TR'], { moments: { aware, reported: told } });
    expect(found.map(([, { met }]) => met)).toEqual(found.map(() => null));
  });

  it('is met where it is said of this very limit, which then starts what follows it', () => {
    const done = { 'br-lgpd authority': told };
    const found = Object.fromEntries(metIn(['DE', 'BR'], { done }));
    expect(found['br-lgpd authority']?.met).toBe(told);
    expect(found['br-lgpd supplement']?.from).toBe(told);
    expect(found['br-lgpd people']?.met).toBeNull();
    expect(found['eu-gdpr authority']?.met).toBeNull();
  });
});

it('knows a zone when it sees one', () => {
  expect([isZone('Asia/Shanghai'), isZone('UTC'), isZone('Mars/Base')]).toEqual([true, true, false]);
});
