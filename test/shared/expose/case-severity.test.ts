import { describe, expect, it } from 'vitest';
import type { Claim, ClaimContent } from '#shared/domain/claim.ts';
import { noLawFacts } from '#shared/domain/law.ts';
import type { Persons } from '#shared/domain/persons.ts';
import type { TypeProfile } from '#shared/domain/sample.ts';
import { lawOfRecords } from '#shared/expose/case-law.ts';
import { type CaseRecords, severityOfRecords } from '#shared/expose/case-severity.ts';
import { packId } from '#shared/packs/field-types.ts';

const rows = 1_200_000;

function profile(id: string, more: Partial<TypeProfile> = {}): TypeProfile {
  const counted = {
    columns: [0],
    rows,
    filled: rows,
    valid: rows,
    masked: 0,
    distinct: rows,
    distinctIsEstimate: true,
  };
  return { ...counted, fieldType: packId(id), ...more };
}

/** What the count of persons found: so many at least, by mobile number; none where that is 0. */
function persons(found: number): Persons {
  return {
    ...{ asOf: '2026-03-20', rows, rowsWithoutKey: rows - found, persons: found, isEstimate: false },
    ...{ least: Math.max(1, found), most: rows, examined: found, countries: [], provinces: [], decades: [] },
    byKey: found === 0 ? [] : [{ key: 'phone', rows: found, persons: found }],
    ...{ ages: { known: 0, under14: 0, under18: 0 }, special: [], specialByLaw: [] },
  };
}

type Sample = CaseRecords['samples'][number];

function sample(profiles: readonly TypeProfile[], more: Partial<Sample> = {}): Sample {
  return { name: 'orders', rows, basis: { kind: 'whole' }, profiles, persons: persons(0), ...more };
}

function claim(content: ClaimContent, state: Claim['state'] = 'confirmed'): CaseRecords['claims'][number] {
  return { content, state };
}

/** The severity of a case of these samples, and the laws that it would engage. */
function found(samples: readonly Sample[], claims: CaseRecords['claims'] = []) {
  const severity = severityOfRecords({ samples, claims, checks: [], sector: null }, []);
  const facts = { ...noLawFacts, victimCountries: ['CN', 'JP'] };
  const law = lawOfRecords({ facts, claims, checks: [], severity }, 'UTC');
  const reasons = new Map(law.engaged.map(({ regime, reasons: said }) => [String(regime.id), said.join(' ')]));
  return { ...severity, law, reasons };
}

const orders = ['order-id', 'item', 'price'].map((id) => profile(id));

describe('the people seen in a case', () => {
  it('are those that were counted, and no rows where nobody was recognised', () => {
    const { proposal, law, reasons } = found([sample(orders)]);
    expect(proposal.people).toBe(1);
    expect(law.known.people.seen).toBe(1);
    expect([...reasons.values()].join(' ')).not.toContain('or more are seen');
  });

  it('are the most that a sample shows at least, whatever tells people apart beside', () => {
    const named = [...orders, profile('username')];
    expect(found([sample(named), sample(named, { persons: persons(40) })]).proposal.people).toBe(40);
  });

  it('are different values of what tells people apart where they were not counted, else one', () => {
    const uncounted = { persons: null };
    expect(found([sample([...orders, profile('email', { distinct: 7 })], uncounted)]).proposal.people).toBe(7);
    expect(found([sample(orders, uncounted)]).proposal.people).toBe(1);
    expect(found([]).proposal.people).toBe(0);
  });
});

const price: ClaimContent = { kind: 'price', text: '500 USD', amount: 500, currency: 'USD' };
const title: ClaimContent = { kind: 'title', text: 'A shop’s data' };

/** What is said of malice: the reasons of the severity, and what speaks for Japan's law. */
function saidOfMalice(claims: CaseRecords['claims']) {
  const { proposal, reasons, law } = found([sample(orders)], claims);
  const { intent, confidentiality } = proposal.inputs;
  const said = [...intent.reasons, ...confidentiality.reasons, reasons.get('jp-appi') ?? ''].join(' ');
  const clocks = law.countdowns.filter(({ regime }) => String(regime.id) === 'jp-appi').map(({ clock }) => clock.id);
  return { intent: intent.value, said, clocks };
}

describe('what a listing tells of intent', () => {
  it('is a sale where a price is claimed, and the claim stands', () => {
    for (const state of ['proposed', 'confirmed', 'edited'] as const) {
      const { intent, said, clocks } = saidOfMalice([claim(title), claim(price, state)]);
      expect(intent).toBe(0.5);
      expect(said).toContain('for sale');
      expect(clocks).toContain('full-malicious');
    }
  });

  it.each([
    ['a title', [claim(title)]],
    ['a price that the analyst has rejected', [claim(title), claim(price, 'rejected')]],
    ['a price of nothing', [claim({ ...price, text: '0 USD', amount: 0 })]],
    ['a price in words that is none', [claim({ ...price, text: 'Free for all', amount: null })]],
  ])('is no sale with %s, only that a listing is kept', (_, claims) => {
    const { intent, said, clocks } = saidOfMalice(claims);
    expect(intent).toBe(0.5);
    expect(said).toContain('A listing of the data is kept');
    expect(said).not.toMatch(/for sale|pays|sold/);
    expect(clocks).not.toContain('full-malicious');
  });

  it('is nothing without a claim that stands', () => {
    for (const claims of [[], [claim(title, 'rejected'), claim(price, 'rejected')]]) {
      const { intent, said } = saidOfMalice(claims);
      expect(intent).toBe(0);
      expect(said).not.toMatch(/A listing of the data is kept|for sale/);
    }
  });
});
