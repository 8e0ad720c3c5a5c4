import { describe, expect, it } from 'vitest';
import { proposeVerdict } from '#shared/verify/propose-verdict.ts';
import { checkSample } from '../../fixtures/check-sample.ts';
import { type Faults, fabricated, verifiableSample } from '../../fixtures/verifiable-sample.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

function judged(rows: number, seed: number, faults: Faults) {
  const results = checkSample(verifiableSample(rows, seed, faults));
  return {
    failed: results.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id),
    proposal: proposeVerdict(results, { rows, seller: null }),
  };
}

describe.each([300, 5000])('%i rows', (rows) => {
  it.each(seeds)('that look real fail no check (seed %i)', (seed) => {
    const { failed, proposal } = judged(rows, seed, {});
    expect(failed).toEqual([]);
    expect(['likely-authentic', 'unverified']).toContain(proposal.status);
    if (rows === 5000) {
      expect(proposal.status).toBe('likely-authentic');
    }
  });

  it.each(seeds)('that were fabricated are told (seed %i)', (seed) => {
    const { failed, proposal } = judged(rows, seed, fabricated);
    expect(proposal.status).toBe('likely-fabricated');
    expect(failed.length).toBeGreaterThanOrEqual(8);
  });

  // Somebody who draws valid numbers does not fall at the first hurdle.
  it.each(seeds)('that were fabricated with valid ids and real names are told (seed %i)', (seed) => {
    const careful: Faults = { ...fabricated, 'drawn-ids': 0, 'test-names': 0, 'test-domains': 0, 'wrong-cards': 0 };
    expect(judged(rows, seed, careful).proposal.status).toBe('likely-fabricated');
  });
});
