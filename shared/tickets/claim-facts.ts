import type { Claim, ClaimContent, ClaimKind } from '../domain/claim.ts';
import { labelOf } from '../packs/field-types.ts';
import type { Fact } from './fact.ts';
import { countText } from './numbers.ts';

/** The claims that a reply may repeat. The seller's name is not among them: a reply must not advertise. */
const told: readonly { readonly id: string; readonly kind: ClaimKind; readonly label: string }[] = [
  { id: 'claim.source', kind: 'source', label: 'Where it is offered' },
  { id: 'claim.date', kind: 'date', label: 'Date claimed' },
  { id: 'claim.price', kind: 'price', label: 'Price asked' },
  { id: 'claim.record-count', kind: 'record-count', label: 'Records claimed' },
  { id: 'claim.sector', kind: 'sector', label: 'Sector claimed' },
  { id: 'claim.country', kind: 'country', label: 'Country claimed' },
];

/** How a reply may speak of the leak, by what the listing says. No text of ours is surer than "not verified by us". */
const wording: Readonly<Record<'alleged' | 'confirmed' | 'denied', string>> = {
  alleged: 'alleged and not verified',
  confirmed: 'reported as confirmed by others and not verified by us',
  denied: 'alleged, denied by the organisation named, and not verified',
};

function textOf(content: ClaimContent): string {
  if (content.kind === 'record-count' && content.count !== null) {
    return countText(content.count);
  }
  if (content.kind === 'date' && content.date !== null) {
    return content.date;
  }
  return content.text;
}

function sourceOf(claim: Claim | undefined): string {
  if (claim === undefined) {
    return 'No claim of this kind is confirmed';
  }
  const words = claim.quote === null ? '' : `: “${claim.quote.words}”`;
  return claim.state === 'edited'
    ? `Claim edited by the analyst${words}`
    : `Claim in the listing, confirmed by the analyst${words}`;
}

function statusFact(claims: readonly Claim[]): Fact {
  const claim = claims.find(({ content }) => content.kind === 'status');
  const status = claim?.content.kind === 'status' ? claim.content.status : 'alleged';
  const source = claim === undefined ? 'Nothing is confirmed, so the leak is alleged' : sourceOf(claim);
  return { id: 'status.words', label: 'Status in words', text: wording[status], source };
}

function fieldsFact(claims: readonly Claim[]): Fact {
  const types = new Set(claims.flatMap(({ content }) => (content.kind === 'field' ? [content.fieldType] : [])));
  const count = `${types.size} confirmed ${types.size === 1 ? 'claim' : 'claims'} of fields`;
  const text = types.size === 0 ? null : [...types].map(labelOf).join(', ');
  return {
    id: 'claim.fields',
    label: 'Fields claimed',
    text,
    source: text === null ? 'No claim of a field is confirmed' : count,
  };
}

/** What the seller claims, as far as the analyst has confirmed or edited it: a proposal is no fact. */
export function claimFacts(claims: readonly Claim[]): Fact[] {
  const settled = claims.filter(({ state }) => state === 'confirmed' || state === 'edited');
  const facts = told.map(({ id, kind, label }) => {
    const claim = settled.find(({ content }) => content.kind === kind);
    return { id, label, text: claim === undefined ? null : textOf(claim.content), source: sourceOf(claim) };
  });
  return [statusFact(settled), ...facts, fieldsFact(settled)];
}
