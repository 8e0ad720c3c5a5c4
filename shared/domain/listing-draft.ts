import { z } from 'zod';
import { recordShape } from './record.ts';

/** A listing that was pasted but not taken in yet (there is one at most), so that a lock does not lose it. */
export const listingDraftSchema = z
  .object({ id: z.literal('listing-draft'), text: z.string(), ...recordShape })
  .readonly();
