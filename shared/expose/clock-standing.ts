import type { CaseId } from '../domain/case.ts';
import type { Instant } from '../domain/instant.ts';
import type { LawFacts, StartEvent } from '../domain/law.ts';
import { assertNever } from '../lib/assert-never.ts';
import { type Countdown, hasStarted, type StartedClock } from './clocks.ts';

/**
 * How a time limit stands at a moment. `running`: it has started and not ended. `over`: it has ended, and nobody has said that
 * the duty was done. `waiting`: it has not started, or its duty is not in force. `met`, `met-late`: the duty was done, before
 * or after the end.
 */
export type ClockStanding = 'running' | 'over' | 'waiting' | 'met' | 'met-late';

/** In the order in which they are shown: what can still be met stands before what cannot. */
const standings: readonly ClockStanding[] = ['running', 'over', 'waiting', 'met-late', 'met'];

/** How a time limit stands at a moment. A duty that is said to be done later than that is not done yet. */
export function standingOf(countdown: Countdown, now: Instant): ClockStanding {
  const { met, until } = countdown;
  if (met !== null && met <= now) {
    return until !== null && met > until ? 'met-late' : 'met';
  }
  return hasStarted(countdown) ? (countdown.until >= now ? 'running' : 'over') : 'waiting';
}

/** Time limits in the order of how they stand; the first to end before the others. */
export function inOrder(countdowns: readonly Countdown[], now: Instant): Countdown[] {
  const place = (countdown: Countdown): number => standings.indexOf(standingOf(countdown, now));
  return countdowns.toSorted((a, b) => place(a) - place(b) || (a.until ?? '9').localeCompare(b.until ?? '9'));
}

function standing<C extends Countdown>(countdowns: readonly C[], now: Instant, wanted: ClockStanding) {
  return countdowns.filter((one): one is C & StartedClock => hasStarted(one) && standingOf(one, now) === wanted);
}

/** The time limits that run at a moment: started, not met and not ended; the first to end before the others. */
export function runningAt(countdowns: readonly Countdown[], now: Instant): StartedClock[] {
  return standing(countdowns, now, 'running').toSorted((a, b) => a.until.localeCompare(b.until));
}

/** The time limits that have ended at a moment without being met; the last to end before the others. */
export function overAt(countdowns: readonly Countdown[], now: Instant): StartedClock[] {
  return standing(countdowns, now, 'over').toSorted((a, b) => b.until.localeCompare(a.until));
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long it is from one moment to another, whichever is first: `2 d 3 h`, `5 h 20 min`, `12 min`. */
function spanText(one: Instant, other: Instant): string {
  const size = Math.abs(Date.parse(one) - Date.parse(other));
  if (size >= 2 * day) {
    return `${Math.floor(size / day)} d ${Math.floor((size % day) / hour)} h`;
  }
  return size >= hour
    ? `${Math.floor(size / hour)} h ${Math.floor((size % hour) / minute)} min`
    : `${Math.floor(size / minute)} min`;
}

function waitingText({ from, clock: { notBefore } }: Countdown): string {
  return from !== null && notBefore !== undefined ? `not in force before ${notBefore}` : 'not started';
}

/** How a time limit stands at a moment, in words: `3 d 2 h left`, `over for 20 min`, `met, 5 h 0 min before the end`. */
export function standingText(countdown: Countdown, now: Instant): string {
  const { until, met } = countdown;
  const standsAs = standingOf(countdown, now);
  switch (standsAs) {
    case 'running':
      return `${spanText(until ?? now, now)} left`;
    case 'over':
      return `over for ${spanText(until ?? now, now)}`;
    case 'waiting':
      return waitingText(countdown);
    case 'met':
      return until === null ? 'met' : `met, ${spanText(until, met ?? until)} before the end`;
    case 'met-late':
      return `met late, ${spanText(until ?? now, met ?? now)} after the end`;
    default:
      return assertNever(standsAs);
  }
}

/** A moment that was set and does not say which of several laws' duties were done. */
export type UnclearMoment = { readonly event: StartEvent; readonly unmet: readonly Countdown[] };

/** The moments that could each stand for duties of several laws, with the time limits that are not met for that. */
export function unclearMoments(
  countdowns: readonly Countdown[],
  { moments }: Pick<LawFacts, 'moments'>,
): UnclearMoment[] {
  const events = new Set(countdowns.flatMap(({ clock: { metBy } }) => metBy ?? []));
  return [...events]
    .filter((event) => moments[event] !== undefined)
    .map((event) => ({ event, unmet: countdowns.filter(({ clock, met }) => clock.metBy === event && met === null) }))
    .filter(({ unmet }) => unmet.length > 0);
}

/** A time limit of some case that has started, as lists over all cases need it. */
export type CaseClock = { readonly caseId: CaseId; readonly title: string; readonly clock: StartedClock };
