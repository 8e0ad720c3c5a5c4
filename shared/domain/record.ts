import { z } from 'zod';
import { type Instant, instantSchema } from './instant.ts';

/** A record's identity: a UUIDv7 (RFC 9562), so ids sort by the time they were made. */
export const uuidSchema = z.uuid({ version: 'v7' });

/** What every stored record carries besides its own fields, so that a later team hub can replicate it. */
export const recordShape = {
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** Counts the writes of this record, from 1. */
  revision: z.int().min(1),
};

/** The bookkeeping of a record that is written for the first time. */
export function firstRevision(now: Instant): { createdAt: Instant; updatedAt: Instant; revision: number } {
  return { createdAt: now, updatedAt: now, revision: 1 };
}

/** The same record with changed fields, one revision on. */
export function revise<T extends { readonly revision: number; readonly updatedAt: Instant }>(
  record: T,
  change: Partial<Omit<T, 'id' | 'createdAt' | 'updatedAt' | 'revision'>>,
  now: Instant,
): T {
  return { ...record, ...change, updatedAt: now, revision: record.revision + 1 };
}
