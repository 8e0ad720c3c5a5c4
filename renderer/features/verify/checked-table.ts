import type { CaseId } from '#shared/domain/case.ts';
import { type Claim, type ClaimContent, claimOf, standingClaims } from '#shared/domain/claim.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { type CheckedTable, claimedFacts, type EarlierSample, type SellerFacts } from '#shared/verify/checked-table.ts';
import { sampleWorker } from '../../platform/sample-worker.ts';
import { allCases } from '../../storage/cases.ts';
import { now } from '../../storage/clock-and-ids.ts';
import { claimsOf } from '../../storage/listings.ts';
import { allSamples, columnNames } from '../../storage/samples.ts';
import { verdictOf } from '../../storage/verdicts.ts';

/** How much of a sample is in the samples of other cases, by fingerprints alone; null where it has none. */
async function earlierSamples({ id, caseId, fingerprints }: Sample): Promise<readonly EarlierSample[] | null> {
  if (fingerprints === null) {
    return null;
  }
  const cases = await allCases();
  const others = (await allSamples()).flatMap((other) =>
    other.caseId === caseId || other.fingerprints === null ? [] : [{ ...other, fingerprints: other.fingerprints }],
  );
  const overlaps = await sampleWorker().compareSamples(
    { id, fingerprints },
    others.map((other) => ({ id: other.id, fingerprints: other.fingerprints })),
  );
  return overlaps.flatMap(({ sampleId, rows, types }): readonly EarlierSample[] => {
    const other = others.find((candidate) => candidate.id === sampleId);
    const title = cases.find((candidate) => candidate.id === other?.caseId)?.title ?? '';
    return other === undefined ? [] : [{ name: `${other.name} (${title})`, rows, types }];
  });
}

/** What the analyst's verdicts on other cases say of the seller; null where no seller is named or nothing is known. */
async function sellerFacts(caseId: CaseId, claims: readonly ClaimContent[]): Promise<SellerFacts | null> {
  const seller = claimOf(claims, 'seller')?.text.trim().toLowerCase();
  if (seller === undefined) {
    return null;
  }
  const facts = { proven: 0, faked: 0 };
  for (const other of await allCases()) {
    const named = claimOf(standingClaims(await claimsOf(other.id)), 'seller');
    const status = (await verdictOf(other.id))?.decision?.status;
    if (other.id !== caseId && named?.text.trim().toLowerCase() === seller && status !== undefined) {
      facts.proven += status === 'likely-authentic' ? 1 : 0;
      facts.faked += status === 'likely-fabricated' || status === 'likely-recycled' ? 1 : 0;
    }
  }
  return facts.proven + facts.faked === 0
    ? null
    : { accountAgeDays: null, provenOffers: facts.proven, fakedOffers: facts.faked };
}

/** Gathers all that the checks know of a sample before its rows are read. */
export async function tableToCheck(
  sample: Sample,
  types: readonly FieldTypeId[],
  claims: readonly Claim[],
): Promise<CheckedTable> {
  const said = standingClaims(claims);
  const names = columnNames(sample);
  return {
    columns: types.map((fieldType, column) => ({ header: names[column] ?? '', fieldType })),
    ...{ rows: sample.rows, rejected: sample.rejected, encoding: sample.dialect.encoding },
    ...claimedFacts(said),
    now: now(),
    earlier: await earlierSamples(sample),
    seller: await sellerFacts(sample.caseId, said),
  };
}
