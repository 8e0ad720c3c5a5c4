import type { Case } from '#shared/domain/case.ts';
import { caseSchema } from '#shared/domain/case.ts';
import { type Claim, type ClaimContent, type ClaimState, claimSchema } from '#shared/domain/claim.ts';
import { dataKindIdSchema } from '#shared/domain/combinations.ts';
import { instantOf } from '#shared/domain/instant.ts';
import { type Ticket, ticketSchema } from '#shared/domain/ticket.ts';
import { exposureOfCase } from '#shared/expose/exposure.ts';
import { packId } from '#shared/packs/field-types.ts';
import { noConsequences } from '#shared/tickets/consequence-facts.ts';
import { type FactSources, factsOf } from '#shared/tickets/facts.ts';

/** The moment at which everything in these tests happens. */
const now = instantOf(Date.UTC(2026, 2, 20, 9, 30));

const stamps = { createdAt: now, updatedAt: now, revision: 1 };
const uuid = (n: number): string => `01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}`;

export const someCase: Case = caseSchema.parse({
  id: uuid(1),
  title: 'Alleged leak of a made-up shop',
  status: 'open',
  tlp: 'TLP:AMBER',
  ...stamps,
});

export const someTicket: Ticket = ticketSchema.parse({
  id: uuid(2),
  number: 7,
  caseId: uuid(1),
  subject: 'Is it real?',
  requester: { name: 'Mei Example', address: 'mei@client.example' },
  question: 'is-it-real',
  status: 'new',
  ...stamps,
});

/** A claim of a listing, in the state given. */
function claimOf(content: ClaimContent, state: ClaimState = 'confirmed'): Claim {
  return claimSchema.parse({
    id: uuid(3),
    caseId: uuid(1),
    evidenceId: uuid(4),
    content,
    quote: { start: 0, end: 3, words: 'abc' },
    state,
    ...stamps,
  });
}

const kind = (id: string) => dataKindIdSchema.parse(id);

export const someClaims = [
  claimOf({ kind: 'status', text: 'Alleged', status: 'alleged' }),
  claimOf({ kind: 'source', text: 'Hacker forum' }),
  claimOf({ kind: 'record-count', text: '12.4M records', count: 12_400_000 }),
  claimOf({ kind: 'price', text: '$3,500', amount: 3500, currency: 'USD' }, 'proposed'),
  claimOf({ kind: 'field', text: 'names', fieldType: packId('full-name') }),
  claimOf({ kind: 'field', text: 'IDs', fieldType: packId('cn-resident-id') }, 'edited'),
  claimOf({ kind: 'field', text: 'emails', fieldType: packId('email') }, 'rejected'),
];

const profile = { columns: [0], rows: 1000, valid: 990, masked: 0, distinct: 900, distinctIsEstimate: true };
export const someSamples = [
  {
    name: 'demo.csv',
    rows: 1000,
    rejected: 2,
    basis: { kind: 'whole' as const },
    combinations: {
      rows: 1000,
      kinds: [],
      kept: [
        { kinds: [], rows: 700 },
        { kinds: [kind('name'), kind('phone'), kind('government-id')], rows: 300 },
      ],
      rest: { combinations: 0, rows: 0 },
    },
    persons: {
      ...{
        asOf: '2026-11-25',
        rows: 1000,
        rowsWithoutKey: 20,
        persons: 800,
        isEstimate: false,
        least: 780,
        most: 820,
      },
      byKey: [{ key: 'phone' as const, rows: 980, persons: 800 }],
      ...{ examined: 800, countries: [{ country: 'CN', persons: 790 }], provinces: [], decades: [] },
      ...{ ages: { known: 400, under14: 3, under18: 9 }, special: [], specialByLaw: [] },
    },
    profiles: [{ ...profile, fieldType: packId('full-name'), filled: 995 }],
  },
];

/** Claims, a sample and an analyst such as a case has them halfway through the work. */
function sourcesWith(change: Partial<FactSources> = {}): FactSources {
  const analyst = { name: 'Ana Lyst', address: 'ana@desk.example' };
  return {
    case: someCase,
    claims: someClaims,
    samples: someSamples,
    exposure: exposureOfCase(someSamples, someClaims),
    decision: null,
    consequences: noConsequences,
    ticket: someTicket,
    analyst,
    now,
    ...change,
  };
}

/** The facts of `sourcesWith`. */
export function factsWith(change: Partial<FactSources> = {}) {
  return factsOf(sourcesWith(change));
}
