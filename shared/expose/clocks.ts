import { Temporal } from 'temporal-polyfill';
import { type Instant, instantOf } from '../domain/instant.ts';
import { type LawFacts, limitKey } from '../domain/law.ts';
import type { Regime, RegimeClock } from '../packs/regime-pack.ts';
import type { EngagedRegime, Engagement } from './engaged-regimes.ts';

/** Whether a time zone is one that this machine knows (IANA). */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

function inZone(instant: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

function instantFrom({ epochMilliseconds }: { readonly epochMilliseconds: number }): Instant {
  return instantOf(epochMilliseconds);
}

const saturday = 6;

function afterBusinessDays(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let at = day;
  for (let left = count; left > 0; ) {
    at = at.add({ days: 1 });
    left -= at.dayOfWeek < saturday ? 1 : 0;
  }
  return at;
}

/**
 * When a time limit would end that starts at `from`. Hours are counted as hours, whatever the clocks of the zone do. Days
 * are whole days of the zone: the first is the day after, and the limit ends with the last second of the last. Business
 * days leave out Saturday and Sunday; public holidays are not known, so that the end shown may be too early, never too late.
 */
function endOf({ amount, unit }: Pick<RegimeClock, 'amount' | 'unit'>, from: Instant, zone: string): Instant {
  if (unit === 'h') {
    return instantFrom(Temporal.Instant.from(from).add({ hours: amount }));
  }
  const day = inZone(from, zone).toPlainDate();
  const last = unit === 'd' ? day.add({ days: amount }) : afterBusinessDays(day, amount);
  return instantFrom(last.add({ days: 1 }).toZonedDateTime(zone).subtract({ seconds: 1 }));
}

/**
 * A time limit of a law in a case; `from` and `until` are null while nothing is known of its start, `met` while nobody has
 * said that the duty was done.
 */
export type Countdown = {
  readonly regime: Regime;
  readonly engagement: Engagement;
  readonly clock: RegimeClock;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly met: Instant | null;
};

/** A time limit that has started: its ends are known. */
export type StartedClock = Countdown & { readonly from: Instant; readonly until: Instant };

/** What the clocks of a case rest on. */
export type ClockFacts = Pick<LawFacts, 'moments' | 'done' | 'operator'> & {
  readonly isMalicious: boolean;
  readonly zone: string;
};

function concerns({ operator, malicious }: RegimeClock, facts: ClockFacts): boolean {
  const isOperator = operator === undefined || operator === facts.operator;
  return isOperator && (malicious === undefined || malicious === facts.isMalicious);
}

type Limit = Pick<Countdown, 'regime' | 'engagement' | 'clock'>;

/** When the duty of a limit began to count: once what another duty of the same law is met by was done, else by the moments. */
function startOf({ regime, clock: { starts } }: Limit, all: readonly Limit[], facts: ClockFacts): Instant | null {
  const before = all.find((one) => one.regime === regime && one.clock.metBy === starts);
  const done = before === undefined ? undefined : facts.done[limitKey(regime.id, before.clock.id)];
  return done ?? facts.moments[starts] ?? null;
}

/** A moment is one for the whole case: where it could stand for duties of several laws it says of none that it was done. */
function metOf({ regime, clock }: Limit, all: readonly Limit[], facts: ClockFacts): Instant | null {
  const { metBy } = clock;
  const laws = new Set(all.filter((one) => one.clock.metBy === metBy).map((one) => one.regime));
  const said = metBy === undefined || laws.size > 1 ? undefined : facts.moments[metBy];
  return facts.done[limitKey(regime.id, clock.id)] ?? said ?? null;
}

/** The time limits of the laws that may be engaged: those that have started first, the first to end before the others. */
export function countdownsOf(engaged: readonly EngagedRegime[], facts: ClockFacts): Countdown[] {
  const limits = engaged.flatMap(({ regime, engagement }) =>
    regime.clocks.filter((clock) => concerns(clock, facts)).map((clock) => ({ regime, engagement, clock })),
  );
  const all = limits.map((limit) => {
    const from = startOf(limit, limits, facts);
    const until = from === null ? null : endOf(limit.clock, from, facts.zone);
    return { ...limit, from, until, met: metOf(limit, limits, facts) };
  });
  return all.toSorted((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9'));
}

/** Whether a time limit has started, its duty being in force by then. */
export function hasStarted(countdown: Countdown): countdown is StartedClock {
  const { from, until, clock } = countdown;
  return from !== null && until !== null && (clock.notBefore === undefined || from.slice(0, 10) >= clock.notBefore);
}

/** A moment as the clocks of a zone show it, with the distance from UTC: `2026-03-28 18:00 +01:00`. */
export function zonedText(instant: Instant, zone: string): string {
  const { year, month, day, hour, minute, offset } = inZone(instant, zone);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)} ${offset}`;
}

/** A moment as a form takes it, in a zone: `2026-03-28T18:00`. */
export function localTextOf(instant: Instant, zone: string): string {
  return inZone(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/**
 * The moment that a form's text stands for in a zone; null for a text that is no time. A time that the zone's clocks skip is
 * moved on, and of one that they show twice the first counts.
 */
export function instantFromLocal(text: string, zone: string): Instant | null {
  try {
    return instantFrom(Temporal.PlainDateTime.from(text).toZonedDateTime(zone));
  } catch {
    return null;
  }
}
