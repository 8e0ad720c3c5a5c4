import type { VictimSector } from '../domain/victim.ts';

/** What each sector is called. */
export const sectorWords: Readonly<Record<VictimSector, string>> = {
  retail: 'Retail',
  luxury: 'Luxury goods',
  finance: 'Finance and insurance',
  health: 'Health',
  beliefs: 'Religion, politics, unions',
  adult: 'Dating and adult services',
  security: 'Police, military, intelligence',
  'public-administration': 'Public administration',
  education: 'Education',
  communications: 'Telecommunications and online services',
  transport: 'Transport and travel',
  other: 'Other',
};
