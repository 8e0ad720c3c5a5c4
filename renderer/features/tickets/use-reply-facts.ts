import type { Case } from '#shared/domain/case.ts';
import { isCounted } from '#shared/domain/sample.ts';
import type { Mailbox, Ticket } from '#shared/domain/ticket.ts';
import { exposureOfCase } from '#shared/expose/exposure.ts';
import { type ConsequenceSources, noConsequences } from '#shared/tickets/consequence-facts.ts';
import type { Fact } from '#shared/tickets/fact.ts';
import { factsOf } from '#shared/tickets/facts.ts';
import { lawFrom } from '../../storage/case-law.ts';
import { severityOfCase } from '../../storage/case-severity.ts';
import { caseOf } from '../../storage/cases.ts';
import { now } from '../../storage/clock-and-ids.ts';
import { claimsOf } from '../../storage/listings.ts';
import { useStored } from '../../storage/live.ts';
import { samplesOf } from '../../storage/samples.ts';
import { currentSettings } from '../../storage/settings.ts';
import { messagesOf } from '../../storage/tickets.ts';
import { verdictOf } from '../../storage/verdicts.ts';
import { recipientOf } from './answered-message.ts';

/** What a reply can be made from: the facts as they stand, the case, and who replies. */
export type ReplyMaterial = {
  readonly facts: readonly Fact[];
  readonly found: Case | null;
  readonly analyst: Mailbox | null;
  readonly recipient: Mailbox;
};

async function consequencesOf(found: Case): Promise<ConsequenceSources> {
  const known = await severityOfCase(found.id);
  const { decided, consequence, isWhole } = known;
  const { engaged, countdowns, zone } = lawFrom(known);
  const severity = isWhole ? decided.severity : null;
  return { severity, isDecided: consequence.severity.length > 0, engaged, countdowns, zone };
}

async function gather(ticket: Ticket): Promise<ReplyMaterial> {
  const { caseId } = ticket;
  const { analyst } = await currentSettings();
  const found = caseId === null ? null : ((await caseOf(caseId)) ?? null);
  const claims = caseId === null ? [] : await claimsOf(caseId);
  const samples = caseId === null ? [] : await samplesOf(caseId);
  // Figures of a part of the samples would be too small: until all are counted nothing is known.
  const exposure = exposureOfCase(samples.every(isCounted) ? samples : [], claims);
  const decision = caseId === null ? null : ((await verdictOf(caseId))?.decision ?? null);
  const consequences = found === null ? noConsequences : await consequencesOf(found);
  const sources = { case: found, claims, samples, exposure, decision, consequences, ticket, analyst };
  const facts = factsOf({ ...sources, now: now() });
  return { facts, found, analyst, recipient: recipientOf(ticket, await messagesOf(ticket.id)) };
}

/** The material for a ticket's reply, gathered anew whenever a record changes; null until the first time. */
export function useReplyFacts(ticket: Ticket): ReplyMaterial | null {
  return useStored(() => gather(ticket), [ticket]) ?? null;
}
