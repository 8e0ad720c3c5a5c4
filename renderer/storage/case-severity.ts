import type { CaseId } from '#shared/domain/case.ts';
import { isCounted } from '#shared/domain/sample.ts';
import { type SeverityFound, severityOfRecords } from '#shared/expose/case-severity.ts';
import type { SeverityBand } from '#shared/expose/severity.ts';
import { type CaseRecords, type RecordedCase, recordsOfCase } from './case-records.ts';

/** The severity of a case as it is proposed and as it is decided, with the records it rests on. */
export type CaseSeverity = SeverityFound &
  Pick<CaseRecords, 'claims' | 'verdict' | 'consequence'> & {
    readonly caseId: CaseId;
    /** False while the rows of one of the samples are still being counted: it is left out until then. */
    readonly isWhole: boolean;
  };

/** The severity of a case, computed from these records. */
export function severityFrom(caseId: CaseId, records: CaseRecords): CaseSeverity {
  const { claims, verdict, consequence } = records;
  const samples = records.samples.filter(isCounted);
  const { sector } = consequence.law;
  const sources = { samples, claims, checks: verdict?.checks ?? [], sector };
  const found = severityOfRecords(sources, consequence.severity);
  return { caseId, ...found, claims, verdict, consequence, isWhole: samples.length === records.samples.length };
}

/** The severity of a case, computed from its records as they stand. */
export async function severityOfCase(caseId: CaseId): Promise<CaseSeverity> {
  return severityFrom(caseId, await recordsOfCase(caseId));
}

/** The band of every case as its severity stands; null where no data is seen. */
export function bandsOf(recorded: readonly RecordedCase[]): ReadonlyMap<CaseId, SeverityBand | null> {
  return new Map(
    recorded.map(({ of, ...records }) => [of.id, severityFrom(of.id, records).decided.severity?.band ?? null]),
  );
}
