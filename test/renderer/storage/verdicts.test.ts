import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/domain/case.ts';
import type { CheckResult } from '#shared/domain/check.ts';
import type { Sample } from '#shared/domain/sample.ts';
import type { Assessment, SampleChecks } from '#shared/domain/verdict.ts';
import { eventsOf } from '../../../renderer/storage/audit-events.ts';
import { createCase } from '../../../renderer/storage/cases.ts';
import { now } from '../../../renderer/storage/clock-and-ids.ts';
import { deleteSample } from '../../../renderer/storage/sample-deletion.ts';
import { decideVerdict, keepChecks, verdictOf } from '../../../renderer/storage/verdicts.ts';
import { freshVault } from '../open-vault.ts';
import { readableInDatabase } from '../raw-database.ts';
import { committedSample } from './committed-sample.ts';

let caseId: CaseId;

beforeEach(async () => {
  await freshVault();
  caseId = (await createCase('Alleged leak of a made-up shop')).id;
});

const failed: CheckResult = {
  ...{ id: 'ric-check', outcome: 'fail', counterRows: [4, 7], counterCount: 2, columns: [1] },
  figure: { name: 'valid ids', unit: 'share', value: 0.09, low: 0.07, high: 0.11, rests: 900 },
  text: 'As many are right as chance gives.',
};
const notRun: CheckResult = {
  ...{ id: 'ric-sex', outcome: 'not-run', counterRows: [], counterCount: 0, columns: [], figure: null },
  text: 'There is no column of genders.',
};

function checksOf({ id, rows }: Sample, results: readonly CheckResult[]): SampleChecks {
  const observed = { rows, fields: [], unknownColumns: 0, days: null, countries: { of: 0, byCountry: [] } };
  return { sampleId: id, basis: 'types', ranAt: now(), rows, results, observed };
}

const decision: Assessment = {
  ...{
    status: 'likely-fabricated',
    reliability: 'E',
    credibility: '5',
    likelihood: 'unlikely',
    confidence: 'moderate',
  },
  reasons: ['The ids are made up.', 'The seller has sold fakes before.'],
};

describe('the checks of a sample', () => {
  it('are kept with a proposal, and the history counts their outcomes', async () => {
    const sample = await committedSample(caseId, 'one.csv');
    await keepChecks(sample, checksOf(sample, [failed, notRun]), null);
    const verdict = await verdictOf(caseId);
    expect(verdict?.checks).toMatchObject([{ sampleId: sample.id, results: [failed, notRun] }]);
    expect(verdict?.proposal.reasons.length).toBeGreaterThan(0);
    expect(verdict?.decision).toBeNull();
    expect((await eventsOf(caseId))[0]?.action).toMatchObject({
      ...{ kind: 'checks-run', sampleId: sample.id, name: sample.name, pass: 0, warn: 0, fail: 1, notRun: 1 },
    });
  });

  it('take the place of the earlier ones of that sample alone', async () => {
    const [one, other] = [await committedSample(caseId, 'one.csv'), await committedSample(caseId, 'other.csv')];
    await keepChecks(one, checksOf(one, [failed]), null);
    await keepChecks(other, checksOf(other, [failed]), null);
    await keepChecks(one, checksOf(one, [notRun]), null);
    const kept = (await verdictOf(caseId))?.checks ?? [];
    expect(kept.map(({ sampleId, results }) => [sampleId, results[0]?.id])).toEqual([
      [other.id, 'ric-check'],
      [one.id, 'ric-sex'],
    ]);
  });

  it('go with their sample, and are not kept for one that is gone already', async () => {
    const [one, other] = [await committedSample(caseId, 'one.csv'), await committedSample(caseId, 'other.csv')];
    await keepChecks(one, checksOf(one, [failed]), null);
    await keepChecks(other, checksOf(other, [notRun]), null);
    const before = (await verdictOf(caseId))?.proposal;
    await deleteSample(one);
    await keepChecks(one, checksOf(one, [failed]), null);
    const after = await verdictOf(caseId);
    expect(after?.checks.map(({ sampleId }) => sampleId)).toEqual([other.id]);
    expect(after?.proposal).not.toEqual(before);
    await deleteSample(other);
    expect(await verdictOf(caseId)).toBeUndefined();
  });

  it('cannot be read in the database without the key', async () => {
    const sample = await committedSample(caseId, 'one.csv');
    await keepChecks(sample, checksOf(sample, [failed]), null);
    await decideVerdict(caseId, decision);
    expect(await readableInDatabase(['chance gives', 'ric-check', 'made up', 'likely-fabricated'])).toEqual([]);
  });
});

describe('a decision on a leak', () => {
  it('stands beside the proposal, stays when the checks run again, and goes to the history whole', async () => {
    const sample = await committedSample(caseId, 'one.csv');
    await keepChecks(sample, checksOf(sample, [failed]), null);
    const proposal = (await verdictOf(caseId))?.proposal;
    await decideVerdict(caseId, decision);
    await keepChecks(sample, checksOf(sample, [notRun]), null);
    const verdict = await verdictOf(caseId);
    expect(verdict?.decision).toMatchObject(decision);
    expect(verdict?.proposal).not.toEqual(proposal);
    const decided = (await eventsOf(caseId)).find(({ action }) => action.kind === 'verdict-decided');
    expect(decided?.action).toEqual({ kind: 'verdict-decided', decision, proposal });
  });

  it('outlives the sample that it was made on', async () => {
    const sample = await committedSample(caseId, 'one.csv');
    await keepChecks(sample, checksOf(sample, [failed]), null);
    await decideVerdict(caseId, decision);
    await deleteSample(sample);
    expect(await verdictOf(caseId)).toMatchObject({ checks: [], decision });
  });
});
