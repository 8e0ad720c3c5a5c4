import { Temporal } from 'temporal-polyfill';
import type { CaseId } from '../domain/case.ts';
import { type Instant, instantOf } from '../domain/instant.ts';
import type { LawFacts } from '../domain/law.ts';
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

/** A time limit of a law in a case; `from` and `until` are null while nothing is known of its start. */
export type Countdown = {
  readonly regime: Regime;
  readonly engagement: Engagement;
  readonly clock: RegimeClock;
  readonly from: Instant | null;
  readonly until: Instant | null;
};

/** A time limit that runs: its ends are known. */
export type RunningClock = Countdown & { readonly from: Instant; readonly until: Instant };

/** What the clocks of a case rest on. */
export type ClockFacts = Pick<LawFacts, 'moments' | 'operator'> & {
  readonly isMalicious: boolean;
  readonly zone: string;
};

function concerns({ operator, malicious }: RegimeClock, facts: ClockFacts): boolean {
  const isOperator = operator === undefined || operator === facts.operator;
  return isOperator && (malicious === undefined || malicious === facts.isMalicious);
}

/** The time limits of the laws that may be engaged: those that run first, the first to end before the others. */
export function countdownsOf(engaged: readonly EngagedRegime[], facts: ClockFacts): Countdown[] {
  const all = engaged.flatMap(({ regime, engagement }) =>
    regime.clocks
      .filter((clock) => concerns(clock, facts))
      .map((clock) => {
        const from = facts.moments[clock.starts] ?? null;
        return { regime, engagement, clock, from, until: from === null ? null : endOf(clock, from, facts.zone) };
      }),
  );
  return all.toSorted((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9'));
}

/** Whether a time limit runs: its start is known, and its duty was in force by then. */
export function isRunning(countdown: Countdown): countdown is RunningClock {
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

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How much time is left, or how long ago it ran out: `2 d 3 h`, `5 h 20 min`, `12 min`. */
function spanText(milliseconds: number): string {
  const size = Math.abs(milliseconds);
  if (size >= 2 * day) {
    return `${Math.floor(size / day)} d ${Math.floor((size % day) / hour)} h`;
  }
  return size >= hour
    ? `${Math.floor(size / hour)} h ${Math.floor((size % hour) / minute)} min`
    : `${Math.floor(size / minute)} min`;
}

/** What is left until a moment, as of another one. */
export function remainingText(until: Instant, now: Instant): string {
  const left = Date.parse(until) - Date.parse(now);
  return left >= 0 ? `${spanText(left)} left` : `over for ${spanText(left)}`;
}

/** A running clock of some case, as lists over all cases need it. */
export type CaseClock = { readonly caseId: CaseId; readonly title: string; readonly running: RunningClock };
