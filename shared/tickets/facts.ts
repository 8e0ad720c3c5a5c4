import type { Case } from '../domain/case.ts';
import type { Claim } from '../domain/claim.ts';
import type { Instant } from '../domain/instant.ts';
import type { Sample } from '../domain/sample.ts';
import type { Mailbox, Ticket } from '../domain/ticket.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { CaseExposure } from '../expose/exposure.ts';
import { claimFacts } from './claim-facts.ts';
import { combinationFacts } from './combination-facts.ts';
import { type ConsequenceSources, consequenceFacts } from './consequence-facts.ts';
import type { Fact } from './fact.ts';
import { personFacts } from './person-facts.ts';
import { exposureFacts, sampleFacts } from './sample-facts.ts';
import { verdictFacts } from './verdict-facts.ts';

/** Everything that facts are drawn from. A ticket may stand without a case. */
export type FactSources = {
  readonly case: Case | null;
  readonly claims: readonly Claim[];
  readonly samples: readonly Pick<Sample, 'name' | 'rows' | 'rejected' | 'basis' | 'combinations' | 'persons'>[];
  readonly exposure: CaseExposure;
  /** What the analyst decided of the leak; null before that. */
  readonly decision: Verdict['decision'];
  readonly consequences: ConsequenceSources;
  readonly ticket: Ticket;
  readonly analyst: Mailbox | null;
  readonly now: Instant;
};

function caseFacts(record: Case | null): Fact[] {
  const source = record === null ? 'The ticket is linked to no case' : 'Set by the analyst on the case';
  return [
    { id: 'case.title', label: 'Title of the case', text: record?.title ?? null, source },
    { id: 'case.tlp', label: 'TLP label of the case', text: record?.tlp ?? null, source },
  ];
}

/** The name to write to or from: the display name, else the address. */
function nameOf(mailbox: Mailbox): string {
  return mailbox.name.trim() === '' ? mailbox.address : mailbox.name.trim();
}

function ticketFacts(ticket: Ticket): Fact[] {
  return [
    { id: 'ticket.number', label: 'Ticket', text: `LD-${ticket.number}`, source: 'The ticket' },
    { id: 'ticket.requester', label: 'Who asks', text: nameOf(ticket.requester), source: 'The ticket' },
  ];
}

/** The facts as they stand now, known or not, in the order in which they are offered for a reply. */
export function factsOf(sources: FactSources): Fact[] {
  const { analyst, now } = sources;
  return [
    ...caseFacts(sources.case),
    ...claimFacts(sources.claims),
    ...sampleFacts(sources.samples),
    ...exposureFacts(sources.exposure),
    ...combinationFacts(sources.samples),
    ...personFacts(sources.samples),
    ...verdictFacts(sources.decision),
    ...consequenceFacts(sources.consequences, now),
    ...ticketFacts(sources.ticket),
    { id: 'analyst.name', label: 'Who replies', text: analyst === null ? null : nameOf(analyst), source: 'Settings' },
    { id: 'reply.date', label: 'Date of the reply', text: now.slice(0, 10), source: 'The clock, in UTC' },
  ];
}
