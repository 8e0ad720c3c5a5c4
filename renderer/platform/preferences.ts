import { z } from 'zod';

/** What the window remembers between starts. It lies in clear, so it holds measures, names of tabs and nothing of a case. */
const preferencesSchema = z.object({
  contextPanelWidth: z.number().min(200).max(640).default(320),
  listingSplit: z.number().min(20).max(80).default(52),
  replySplit: z.number().min(20).max(80).default(50),
  exposurePart: z.string().max(40).default(''),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const place = 'leakdesk.preferences';

/** What is remembered; a missing or damaged note gives the first measures. */
export function readPreferences(): Preferences {
  try {
    return preferencesSchema.parse(JSON.parse(localStorage.getItem(place) ?? '{}'));
  } catch {
    return preferencesSchema.parse({});
  }
}

/** Remembers changed measures. */
export function rememberPreferences(change: Partial<Preferences>): void {
  localStorage.setItem(place, JSON.stringify({ ...readPreferences(), ...change }));
}
