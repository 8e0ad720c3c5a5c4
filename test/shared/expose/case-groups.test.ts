import { describe, expect, it } from 'vitest';
import { caseIdSchema } from '#shared/domain/case.ts';
import type { ClaimContent, ClaimState } from '#shared/domain/claim.ts';
import { instantOf } from '#shared/domain/instant.ts';
import { noLawFacts } from '#shared/domain/law.ts';
import { type GroupedCase, groupCases, groupsOf } from '#shared/expose/case-groups.ts';
import { packId } from '#shared/packs/field-types.ts';

let made = 0;

function caseWith(
  contents: readonly ClaimContent[],
  { seen = [], state = 'confirmed' }: { readonly seen?: readonly string[]; readonly state?: ClaimState } = {},
): GroupedCase {
  made += 1;
  const profiles = seen.map((id) => ({
    ...{
      fieldType: packId(id),
      columns: [0],
      rows: 3,
      filled: 3,
      valid: 3,
      masked: 0,
      distinct: 2,
      distinctIsEstimate: false,
    },
  }));
  return {
    id: caseIdSchema.parse(`01890a5d-ac96-774b-bcce-${String(made).padStart(12, '0')}`),
    createdAt: instantOf(Date.UTC(2026, 2, 20)),
    claims: contents.map((content) => ({ content, state })),
    samples: [{ profiles }],
    law: noLawFacts,
  };
}

const dated = (date: string): ClaimContent => ({ kind: 'date', text: date, date });
const inCountry = (country: string): ClaimContent => ({ kind: 'country', text: country, country });

describe('cases by what they have in common', () => {
  it('stand by month in order, with the months between that have none', () => {
    const cases = [caseWith([dated('2026-01-31')]), caseWith([]), caseWith([dated('2025-12-01')])];
    expect(groupCases(cases, 'month')).toEqual([
      { key: '2025-12', label: '2025-12', cases: 1 },
      { key: '2026-01', label: '2026-01', cases: 1 },
      { key: '2026-02', label: '2026-02', cases: 0 },
      { key: '2026-03', label: '2026-03', cases: 1 },
    ]);
  });

  it('stand by country, the largest first, and what is not known is a group too', () => {
    const cases = [caseWith([inCountry('CN')]), caseWith([inCountry('CN')]), caseWith([])];
    expect(groupCases(cases, 'country')).toEqual([
      { key: 'CN', label: 'China', cases: 2 },
      { key: 'not-known', label: 'Not known', cases: 1 },
    ]);
  });

  it('stand under each field type that was seen', () => {
    const cases = [caseWith([], { seen: ['mobile', 'email'] }), caseWith([], { seen: ['email'] })];
    expect(groupCases(cases, 'field-type').map(({ label, cases: count }) => [label, count])).toEqual([
      ['E-mail address', 2],
      ['Mobile number', 1],
    ]);
  });

  it('pass over claims that the analyst rejected', () => {
    const rejected = caseWith([inCountry('CN'), { kind: 'sector', text: 'Retail' }], { state: 'rejected' });
    expect([groupsOf(rejected, 'country'), groupsOf(rejected, 'sector')]).toEqual([['not-known'], ['not-known']]);
  });

  it('stand where the analyst has put them under Law, whatever is claimed', () => {
    const claimed = caseWith([inCountry('CN'), { kind: 'sector', text: 'E-commerce' }]);
    const decided = { ...claimed, law: { sector: 'retail', victimCountries: ['SG', 'HK'] } } as const;
    const half = { ...claimed, law: { sector: null, victimCountries: ['SG'] } };
    expect(groupCases([claimed, decided, half], 'country').map(({ label, cases }) => [label, cases])).toEqual([
      ['Singapore', 2],
      ['China', 1],
      ['Hong Kong', 1],
    ]);
    expect(groupCases([claimed, decided, half], 'sector').map(({ label, cases }) => [label, cases])).toEqual([
      ['E-commerce', 2],
      ['Retail', 1],
    ]);
    expect([groupsOf(decided, 'country'), groupsOf(half, 'sector')]).toEqual([['SG', 'HK'], ['E-commerce']]);
  });

  it('are none where there are no cases', () => {
    expect(groupCases([], 'month')).toEqual([]);
  });
});
