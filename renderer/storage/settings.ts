import { firstRevision, revise } from '#shared/domain/record.ts';
import { type Settings, settingsSchema } from '#shared/domain/settings.ts';
import { now } from './clock-and-ids.ts';
import { inOneStep, sealedTable } from './sealed-table.ts';

const settings = sealedTable('settings', settingsSchema);

/** The analyst's choices; before any was made, ten idle minutes and no sender. */
export async function currentSettings(): Promise<Settings> {
  const found = await settings.get('settings');
  return found ?? { id: 'settings', analyst: null, idleMinutes: 10, ...firstRevision(now()) };
}

/** Keeps a changed choice. */
export async function changeSettings(change: Partial<Pick<Settings, 'analyst' | 'idleMinutes'>>): Promise<void> {
  await inOneStep([settings], async () => {
    const found = await settings.get('settings');
    const current = found ?? (await currentSettings());
    await settings.put(revise(current, change, now()));
  });
}
