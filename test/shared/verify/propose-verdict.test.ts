import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckId, type CheckOutcome, type CheckResult, checkIds } from '#shared/domain/check.ts';
import { assessmentSchema } from '#shared/domain/verdict.ts';
import { proposeVerdict } from '#shared/verify/propose-verdict.ts';

const likelihoods = assessmentSchema.unwrap().shape.likelihood.options;

const figure = { name: 'x', unit: 'count' as const, value: 1, low: null, high: null, rests: 1 };

function results(outcomes: Partial<Record<CheckId, CheckOutcome>>): CheckResult[] {
  return checkIds.map((id) => {
    const outcome = outcomes[id] ?? 'not-run';
    return {
      id,
      outcome,
      figure: outcome === 'not-run' ? null : figure,
      text: 'x',
      counterRows: [],
      counterCount: 0,
      columns: [],
    };
  });
}

const relations = { 'ric-birth': 'pass', 'ric-sex': 'pass', 'seq-id': 'pass' } as const;
const facts = { rows: 5000, seller: null };

function statusOf(outcomes: Partial<Record<CheckId, CheckOutcome>>, rows = 5000): string {
  return proposeVerdict(results(outcomes), { rows, seller: null }).status;
}

describe('the proposed verdict', () => {
  it('is unverified where nothing could be run', () => {
    expect(proposeVerdict(results({}), facts)).toMatchObject({
      status: 'unverified',
      credibility: '6',
      confidence: 'low',
    });
  });

  it('is authentic with three relations and no fail, and not with two', () => {
    expect(statusOf(relations)).toBe('likely-authentic');
    expect(statusOf({ ...relations, 'seq-id': 'warn' })).toBe('unverified');
    expect(statusOf({ ...relations, faker: 'fail' })).toBe('unverified');
  });

  it('is fabricated when the check characters are at chance, or three signs meet', () => {
    expect(statusOf({ ...relations, 'ric-check': 'fail' })).toBe('likely-fabricated');
    expect(statusOf({ 'mobile-prefix': 'fail', 'price-end': 'fail' })).toBe('unverified');
    expect(statusOf({ 'mobile-prefix': 'fail', 'price-end': 'fail', faker: 'fail' })).toBe('likely-fabricated');
  });

  it('is recycled when it was seen before or belongs to another site', () => {
    expect(statusOf({ ...relations, 'known-leak': 'fail' })).toBe('likely-recycled');
    expect(statusOf({ ...relations, 'plus-alias': 'fail' })).toBe('likely-recycled');
    expect(statusOf({ 'ric-check': 'fail', 'known-leak': 'fail' })).toBe('likely-recycled');
  });

  it('takes several samples together: what fails in one fails', () => {
    const both = [...results(relations), ...results({ 'ric-check': 'fail' })];
    expect(proposeVerdict(both, facts).status).toBe('likely-fabricated');
    expect(proposeVerdict([...results(relations), ...results({})], facts).status).toBe('likely-authentic');
  });

  it('grades the seller by what is known of earlier offers', () => {
    const grade = (provenOffers: number | null, fakedOffers: number | null) =>
      proposeVerdict([], { rows: 1, seller: { accountAgeDays: 3, provenOffers, fakedOffers } }).reliability;
    expect([grade(null, null), grade(0, 0), grade(1, 0), grade(3, 0), grade(3, 1), grade(1, 1)]).toEqual([...'FFCBDE']);
    expect(proposeVerdict([], facts).reliability).toBe('F');
  });

  it('cannot judge credibility by fewer than fifty rows', () => {
    const { credibility, confidence } = proposeVerdict(results({ 'claim-size': 'fail' }), { rows: 49, seller: null });
    expect([credibility, confidence]).toEqual(['6', 'low']);
  });

  it('is sound for any outcomes, and never has likelihood and confidence in one sentence', () => {
    const outcome = fc.constantFrom<CheckOutcome>('pass', 'warn', 'fail', 'not-run');
    const any = fc
      .tuple(...checkIds.map(() => outcome))
      .map((outcomes) => results(Object.fromEntries(checkIds.map((id, index) => [id, outcomes[index]]))));
    fc.assert(
      fc.property(any, fc.nat(10_000), (checks, rows) => {
        const proposal = assessmentSchema.parse(proposeVerdict(checks, { rows, seller: null }));
        const words = [...likelihoods.map((word) => word.replaceAll('-', ' ')), '%'];
        for (const reason of proposal.reasons.filter((text) => text.includes('onfidence'))) {
          expect(words.filter((word) => word !== 'likely' && reason.includes(word))).toEqual([]);
        }
        if (proposal.status === 'likely-authentic') {
          expect(proposal.confidence).not.toBe('high');
          expect(checks.filter((check) => check.outcome === 'fail')).toEqual([]);
        }
      }),
    );
  });
});
