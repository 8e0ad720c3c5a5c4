import type { Case } from '#shared/domain/case.ts';
import { calendarOf } from '#shared/expose/calendar.ts';
import type { StartedClock } from '#shared/expose/clocks.ts';
import { counted } from '#shared/lib/counted.ts';
import { ask } from '../../platform/desk.ts';
import { now } from '../../storage/clock-and-ids.ts';
import { recordCalendarExport } from '../../storage/consequences.ts';
import type { MayLeave } from './part.ts';

/**
 * Writes the running time limits as a calendar to a file that the analyst names, if the title of the case may leave. Says how
 * it ended; null where there is nothing more to say.
 */
export async function exportCalendar(
  { id, title, tlp }: Case,
  clocks: readonly StartedClock[],
  mayLeave: MayLeave,
): Promise<string | null> {
  // All else in it are words of the pack of laws.
  if (!(await mayLeave({ text: title, ownWords: '' }))) {
    return null;
  }
  const text = calendarOf(clocks, { id, title, tlp, stamp: now() });
  const outcome = await ask('saveText', { suggestedName: 'time-limits.ics', form: 'calendar', text });
  switch (outcome.kind) {
    case 'cancelled':
      return null;
    case 'failed':
      return `“${outcome.name}” was not written (${outcome.detail}). Save it to another place.`;
    case 'saved':
      await recordCalendarExport(id, clocks.length, outcome.name);
      return `${counted(clocks.length, 'time limit')} of this case ${clocks.length === 1 ? 'is' : 'are'} in “${outcome.name}”, with its title and marking. A calendar that is shared shows them to others.`;
  }
}
