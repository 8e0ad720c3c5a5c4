import type { GroupedCase } from '#shared/expose/case-groups.ts';
import type { RecordedCase } from '../../storage/case-records.ts';

/** Every case with the records that tell to which groups of cases it belongs. */
export function groupedCases(recorded: readonly RecordedCase[]): readonly GroupedCase[] {
  return recorded.map(({ of: { id, createdAt }, claims, samples, consequence }) => ({
    ...{ id, createdAt, claims, samples },
    law: consequence.law,
  }));
}
