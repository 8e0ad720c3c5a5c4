import type { Case } from '#shared/domain/case.ts';
import type { Instant } from '#shared/domain/instant.ts';
import type { LawFound } from '#shared/expose/case-law.ts';
import { standingText } from '#shared/expose/clock-standing.ts';
import { type Countdown, hasStarted, zonedText } from '#shared/expose/clocks.ts';
import type { EngagedRegime } from '#shared/expose/engaged-regimes.ts';
import { engagementWords, lengthText, startEventWords } from '#shared/expose/law-words.ts';
import { sourceOf } from '#shared/packs/regimes.ts';
import type { ChartCell, ChartFacts } from '../../ui/chart-document/chart-facts.ts';

/** In which zone times are written, and as of when clocks stand. */
type At = { readonly zone: string; readonly now: Instant };

function clockCells(countdown: Countdown | null, { zone, now }: At): readonly ChartCell[] {
  if (countdown === null) {
    return ['none in hours or days', '', '', '', '', '', ''].map((value) => ({ value }));
  }
  const { clock, from, until, met } = countdown;
  const text = (moment: Instant | null): string => (moment === null ? '' : zonedText(moment, zone));
  return [
    { value: clock.label },
    { value: lengthText(clock) },
    { value: startEventWords[clock.starts] },
    { value: text(from) },
    { value: hasStarted(countdown) ? text(until) : '' },
    { value: text(met) },
    { value: standingText(countdown, now) },
  ];
}

function lineOf({ regime, engagement }: EngagedRegime, countdown: Countdown | null, at: At) {
  const uncertain = countdown?.clock.uncertain ?? '';
  return {
    key: `${regime.id} ${countdown?.clock.id ?? ''}`,
    cells: [
      ...[regime.law, engagementWords[engagement]].map((value) => ({ value })),
      ...clockCells(countdown, at),
      ...[uncertain, regime.articles, sourceOf(regime), regime.asOf].map((value) => ({ value })),
    ],
  };
}

/** The laws that may be engaged and their time limits as a table that can leave as a file, as of a moment. */
export function lawTable(of: Case, { engaged, countdowns, zone }: LawFound, now: Instant): ChartFacts {
  const labels = ['Law', 'Engagement', 'Duty', 'Limit', 'Starts when', 'Would start', 'Would end', 'Done', 'Stands'];
  const at = { zone, now };
  return {
    title: `Laws and time limits of ${of.title}`,
    n: `${engaged.length} laws, times in ${zone}; counsel decides`,
    asOf: now.slice(0, 10),
    marking: of.tlp,
    ...{ notes: [], given: [of.title] },
    columns: [...labels, 'Uncertain', 'Articles', 'Source', 'Law as of'].map((label) => ({ label, isFigure: false })),
    rows: engaged.flatMap((one) => {
      const own = countdowns.filter(({ regime }) => regime === one.regime);
      return own.length === 0 ? [lineOf(one, null, at)] : own.map((countdown) => lineOf(one, countdown, at));
    }),
  };
}
