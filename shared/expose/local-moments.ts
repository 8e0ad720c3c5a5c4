import type { Instant } from '../domain/instant.ts';
import { instantFromLocal, localTextOf } from './clocks.ts';

/** A moment as a form shows it in a zone (IANA): `2026-03-28T18:00`; '' where none is kept. */
export function momentText(kept: Instant | undefined, zone: string): string {
  return kept === undefined ? '' : localTextOf(kept, zone);
}

/**
 * The moment that a form's text stands for in a zone; null for a text that is no time. A text that still says what was kept
 * is that very moment, to the second, also where the zone's clocks show an hour twice.
 */
export function momentFrom(text: string, zone: string, kept: Instant | undefined): Instant | null {
  return kept !== undefined && text === localTextOf(kept, zone) ? kept : instantFromLocal(text, zone);
}

/** From which zone to which other one a form goes over, and what it was opened with. */
type ZoneChange = { readonly from: string; readonly to: string; readonly kept: Instant | undefined };

/**
 * A form's text after another zone was chosen. What was kept stays the same moment and is shown as the new zone's clocks
 * show it; what was typed keeps its words, which the new zone then gives their meaning.
 */
export function momentInZone(text: string, { from, to, kept }: ZoneChange): string {
  return kept !== undefined && text === localTextOf(kept, from) ? localTextOf(kept, to) : text;
}
