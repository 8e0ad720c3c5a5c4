import { z } from 'zod';
import { type CaseId, caseIdSchema } from '#shared/domain/case.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import { type Sample, sampleIdSchema } from '#shared/domain/sample.ts';
import { effectiveTypes } from '#shared/expose/effective-types.ts';
import { annotationsOfSample } from '../../storage/annotations.ts';
import { allCases } from '../../storage/cases.ts';
import { allSamples } from '../../storage/samples.ts';

/** Where the analyst came from when the search was opened. It names records and holds no words. */
export const searchOriginSchema = z
  .object({ caseId: caseIdSchema.nullable(), sampleId: sampleIdSchema.nullable() })
  .catch({ caseId: null, sampleId: null });
export type SearchOrigin = z.infer<typeof searchOriginSchema>;

/** How far a search reaches. */
export const scopes = ['sample', 'case', 'vault'] as const;
export type Scope = (typeof scopes)[number];

/** A sample with what the results call it. */
export type NamedSample = {
  readonly sample: Sample;
  readonly caseTitle: string;
  readonly columnTypes: readonly FieldTypeId[];
};

/** Every sample of the vault, case by case, the last touched case first. */
export async function namedSamples(): Promise<readonly NamedSample[]> {
  const cases = await allCases();
  const samples = await allSamples();
  const named: NamedSample[] = [];
  for (const { id, title } of cases) {
    for (const sample of samples.filter(({ caseId }) => caseId === id)) {
      const columnTypes = effectiveTypes(sample, await annotationsOfSample(sample.id));
      named.push({ sample, caseTitle: title, columnTypes });
    }
  }
  return named;
}

/** The case that a scope is about; null for the whole vault. */
export function caseOfScope(scope: Scope, origin: SearchOrigin): CaseId | null {
  return scope === 'vault' ? null : origin.caseId;
}

/** Those of the samples that a scope takes in. */
export function samplesInScope(
  all: readonly NamedSample[],
  scope: Scope,
  { caseId, sampleId }: SearchOrigin,
): readonly NamedSample[] {
  switch (scope) {
    case 'sample':
      return all.filter(({ sample }) => sample.id === sampleId);
    case 'case':
      return all.filter(({ sample }) => sample.caseId === caseId);
    case 'vault':
      return all;
  }
}

/** The scopes there are from where the analyst came, the nearest first. */
export function scopesFrom({ caseId, sampleId }: SearchOrigin): readonly Scope[] {
  return scopes.filter((scope) => scope === 'vault' || (scope === 'case' ? caseId !== null : sampleId !== null));
}

/** Where a search begins: with the case that it was opened from, all samples of it. */
export function usualScope({ caseId }: SearchOrigin): Scope {
  return caseId === null ? 'vault' : 'case';
}
