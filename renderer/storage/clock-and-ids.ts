import { v7 } from 'uuid';
import type { z } from 'zod';
import { type Instant, instantOf } from '#shared/domain/instant.ts';

/** The present moment. */
export function now(): Instant {
  return instantOf(Date.now());
}

/** A fresh id of the given brand (UUIDv7: it sorts by the time it was made). */
export function newId<S extends z.ZodType>(schema: S): z.output<S> {
  return schema.parse(v7());
}
