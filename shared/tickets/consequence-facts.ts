import type { Instant } from '../domain/instant.ts';
import { runningAt } from '../expose/clock-standing.ts';
import { type Countdown, zonedText } from '../expose/clocks.ts';
import type { EngagedRegime } from '../expose/engaged-regimes.ts';
import { engagementWords } from '../expose/law-words.ts';
import type { Severity } from '../expose/severity.ts';
import { bandWords, formulaText, scoreText } from '../expose/severity-words.ts';
import type { Fact } from './fact.ts';

/** What is known of a case's consequences: its severity, whether the analyst set any of it, the laws and the time limits. */
export type ConsequenceSources = {
  readonly severity: Severity | null;
  readonly isDecided: boolean;
  readonly engaged: readonly EngagedRegime[];
  readonly countdowns: readonly Countdown[];
  readonly zone: string;
};

/** No case, no consequences. */
export const noConsequences: ConsequenceSources = {
  ...{ severity: null, isDecided: false },
  ...{ engaged: [], countdowns: [], zone: 'UTC' },
};

/** What is said of a severity of which the analyst has set nothing. */
const asProposed = 'as proposed, not yet decided by the analyst';

function nextClock({ countdowns, zone }: ConsequenceSources, now: Instant): string | null {
  const next = runningAt(countdowns, now)[0];
  return next === undefined
    ? null
    : `${next.clock.label} (${next.regime.law}) would end ${zonedText(next.until, zone)}, if the law is engaged; counsel decides`;
}

/** One line for each law that may be engaged. */
function lawLines(engaged: readonly EngagedRegime[]): string | null {
  const lines = engaged.map(({ regime, engagement }) => `${regime.law} ${engagementWords[engagement]}`);
  return lines.length === 0 ? null : [...lines, 'Counsel decides.'].join('\n');
}

/** Severity by ENISA's method and the next time limit to end. What a law asks stands in the conditional mood. */
export function consequenceFacts(sources: ConsequenceSources, now: Instant): Fact[] {
  const { severity, isDecided } = sources;
  // In the words that reach the client: a reply must not pass a machine's proposal off as a judgement.
  const settled = (text: string): string => (isDecided ? text : `${text} (${asProposed})`);
  const how = isDecided ? 'with what the analyst set under Exposure' : 'as proposed under Exposure';
  const source = severity === null ? 'No data is seen yet' : `ENISA’s method, ${how}`;
  const clock = nextClock(sources, now);
  return [
    {
      ...{ id: 'severity.band', label: 'Severity (ENISA)', source },
      text: severity === null ? null : settled(bandWords[severity.band].toLowerCase()),
    },
    {
      ...{ id: 'severity.score', label: 'Score of the severity (ENISA)', source },
      text: severity === null ? null : settled(scoreText(severity.score)),
    },
    {
      ...{ id: 'severity.parts', label: 'How the score is made up (ENISA)', source },
      text: severity === null ? null : settled(`${formulaText(severity)} = ${scoreText(severity.score)}`),
    },
    {
      ...{ id: 'law.engaged', label: 'Laws that may be engaged', text: lawLines(sources.engaged) },
      source: 'Pack of laws, by the countries and data under Exposure, Law',
    },
    {
      ...{ id: 'clock.next', label: 'Next time limit that would end', text: clock },
      source:
        clock === null
          ? 'No clock runs that is not met: set the moments under Exposure, Law'
          : 'Pack of laws, under Exposure, Law',
    },
  ];
}
