import { z } from 'zod';

/**
 * What the organisation that the data is said to come from does, as far as severity and law ask. Not a full classification:
 * a sector stands here because knowing that somebody is its customer tells something, or because a law treats it apart.
 */
const victimSectors = [
  'retail',
  'luxury',
  'finance',
  'health',
  'beliefs',
  'adult',
  'security',
  'public-administration',
  'education',
  'communications',
  'transport',
  'other',
] as const;
export const victimSectorSchema = z.enum(victimSectors);
export type VictimSector = z.infer<typeof victimSectorSchema>;
