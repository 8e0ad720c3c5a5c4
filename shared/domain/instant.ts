import { z } from 'zod';

/** A moment in UTC with milliseconds, as STIX 2.1 writes it (RFC 3339): it sorts as text. */
export const instantSchema = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof instantSchema>;

/** Turns milliseconds since 1970 into an instant; the clock is always the caller's. */
export function instantOf(epochMilliseconds: number): Instant {
  return instantSchema.parse(new Date(epochMilliseconds).toISOString());
}
