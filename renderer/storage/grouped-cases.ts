import type { GroupedCase } from '#shared/expose/case-groups.ts';
import { allCases } from './cases.ts';
import { claimsOf } from './listings.ts';
import { samplesOf } from './samples.ts';

/** Every case with the records that tell to which groups of cases it belongs. */
export async function groupedCases(): Promise<readonly GroupedCase[]> {
  const found: GroupedCase[] = [];
  for (const { id, createdAt } of await allCases()) {
    found.push({ id, createdAt, claims: await claimsOf(id), samples: await samplesOf(id) });
  }
  return found;
}
