import type { CaseId } from '#shared/domain/case.ts';
import {
  type Evidence,
  type EvidenceId,
  evidenceSchema,
  type OriginalId,
  type Sha256,
} from '#shared/domain/evidence.ts';
import { sealedTable } from './sealed-table.ts';

export const evidence = sealedTable('evidence', evidenceSchema, ({ caseId }) => ({ caseId }));

/** What a case rests on, in the order it was received. */
export async function evidenceOf(caseId: CaseId): Promise<Evidence[]> {
  return (await evidence.where('caseId', caseId)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The sample file with these bytes, if the case has it already. */
export async function evidenceWith(caseId: CaseId, sha256: Sha256): Promise<Evidence | undefined> {
  const known = await evidenceOf(caseId);
  return known.find((piece) => piece.kind === 'sample-file' && piece.sha256 === sha256);
}

/** One piece of evidence, if it is there. */
export function evidenceById(id: EvidenceId): Promise<Evidence | undefined> {
  return evidence.get(id);
}

/** The files that are kept as they were received: any other kept file is an orphan. */
export async function keptOriginals(): Promise<OriginalId[]> {
  return (await evidence.all()).flatMap(({ original }) => (original === null ? [] : [original]));
}
