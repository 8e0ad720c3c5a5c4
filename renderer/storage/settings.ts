import { firstRevision, revise } from '#shared/domain/record.ts';
import { type ChosenReading, type Settings, settingsSchema } from '#shared/domain/settings.ts';
import { now } from './clock-and-ids.ts';
import { inOneStep, sealedTable } from './sealed-table.ts';

const settings = sealedTable('settings', settingsSchema);

/** The analyst's choices; before any was made, ten idle minutes and no sender. */
export async function currentSettings(): Promise<Settings> {
  const found = await settings.get('settings');
  return found ?? { id: 'settings', analyst: null, idleMinutes: 10, readings: [], ...firstRevision(now()) };
}

/** Keeps a changed choice. */
export async function changeSettings(
  change: Partial<Pick<Settings, 'analyst' | 'idleMinutes' | 'readings'>>,
): Promise<void> {
  await inOneStep([settings], async () => {
    const found = await settings.get('settings');
    const current = found ?? (await currentSettings());
    await settings.put(revise(current, change, now()));
  });
}

const mostReadings = 200;

/** What was chosen for files of this source; null when nothing was. */
export async function rememberedReading(source: string): Promise<ChosenReading | null> {
  const { readings } = await currentSettings();
  return readings.find((reading) => reading.source === source)?.chosen ?? null;
}

/** Remembers what was chosen for files of this source; no choice at all forgets the source. */
export async function rememberReading(source: string, chosen: ChosenReading): Promise<void> {
  const { readings } = await currentSettings();
  const others = readings.filter((reading) => reading.source !== source);
  const kept = Object.keys(chosen).length === 0 ? [] : [{ source, chosen, usedAt: now() }];
  if (kept.length > 0 || others.length < readings.length) {
    await changeSettings({ readings: [...kept, ...others].slice(0, mostReadings) });
  }
}
