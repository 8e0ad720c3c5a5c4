import type { CaseId } from '../domain/case.ts';
import type { Instant } from '../domain/instant.ts';
import { sourceOf } from '../packs/regimes.ts';
import type { StartedClock } from './clocks.ts';

/** The longest line in octets, its break aside (RFC 5545, 3.1). */
const longestLine = 75;

/** Text as a value of type TEXT (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  const marked = text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n');
  return marked.replaceAll(/\p{Cc}/gu, ' ');
}

/** A content line in pieces of at most 75 octets, no character cut; the second and later ones begin with a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (size + octets > longestLine) {
      pieces.push(piece);
      piece = ' ';
      size = 1;
    }
    piece += character;
    size += octets;
  }
  return [...pieces, piece].join('\r\n');
}

/** A moment as a DATE-TIME in UTC (RFC 5545, 3.3.5, form 2). */
function utc(instant: Instant): string {
  return `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function alarm(trigger: string, summary: string): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(summary)}`, `TRIGGER:${trigger}`, 'END:VALARM'];
}

/** What the calendar is made of. `stamp` is the moment at which it is made. */
export type CalendarCase = {
  readonly id: CaseId;
  readonly title: string;
  readonly tlp: string;
  readonly stamp: Instant;
};

function descriptionOf({ regime, clock }: StartedClock, { tlp }: CalendarCase): string {
  return [
    `${tlp}. This time limit would end if the law is engaged and the clock started as assumed: counsel decides.`,
    `${regime.law}, articles ${regime.articles}.`,
    `Source: ${sourceOf(regime)}; as of ${regime.asOf}.`,
    ...(clock.uncertain === undefined ? [] : [`Uncertain: ${clock.uncertain}`]),
  ].join('\n');
}

const dayLong = 24;

function eventOf(running: StartedClock, of: CalendarCase): string[] {
  const { regime, clock, until } = running;
  const summary = `Would end: ${clock.label} (${regime.law}) – ${of.title}`;
  const isShort = clock.unit === 'h' && clock.amount < dayLong;
  return [
    'BEGIN:VEVENT',
    `UID:${of.id}-${regime.id}-${clock.id}@leakdesk`,
    `DTSTAMP:${utc(of.stamp)}`,
    `DTSTART:${utc(until)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(descriptionOf(running, of))}`,
    'STATUS:TENTATIVE',
    'CLASS:CONFIDENTIAL',
    'TRANSP:TRANSPARENT',
    ...alarm(isShort ? '-PT30M' : '-P1D', summary),
    'END:VEVENT',
  ];
}

/**
 * The ends of running time limits as a calendar (RFC 5545): one tentative event each, at the moment the limit would end, with
 * an alarm a day before (half an hour for limits under a day). The same clock keeps its UID from one export to the next.
 */
export function calendarOf(clocks: readonly StartedClock[], of: CalendarCase): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Leakdesk//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    ...clocks.flatMap((running) => eventOf(running, of)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
