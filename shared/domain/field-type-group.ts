import { z } from 'zod';

/** The groups of the taxonomy in the order in which screens and replies list them. */
export const fieldTypeGroups = [
  'identity',
  'government-id',
  'contact',
  'credential',
  'financial',
  'transaction',
  'location',
  'device-network',
  'health',
  'biometric',
  'employment-education',
  'sensitive',
  'other',
] as const;

/** A group of field types. */
export const fieldTypeGroupSchema = z.enum(fieldTypeGroups);
export type FieldTypeGroup = z.infer<typeof fieldTypeGroupSchema>;
