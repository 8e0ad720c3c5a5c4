import type { CaseId } from '#shared/domain/case.ts';
import type { TicketId } from '#shared/domain/ticket.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { explainMailFailure } from '#shared/tickets/explain-mail-failure.ts';
import { guessQuestion } from '#shared/tickets/question.ts';
import { mostMailBytes, readMail } from '#shared/tickets/read-mail.ts';
import { findDuplicate, findTicket } from '#shared/tickets/threading.ts';
import { now } from '../../storage/clock-and-ids.ts';
import { allMessages, allTickets, type IncomingRequest, receiveAnswer, receiveRequest } from '../../storage/tickets.ts';

/** What became of a mail: a new ticket, a further message of one that was there, or one that had come in before. */
export type TakenIn = { readonly ticketId: TicketId; readonly outcome: 'opened' | 'added' | 'known' };

/** Reads an .eml file and files it: to the ticket whose thread it continues, else to a new one. Failures are sentences. */
export async function takeInMail(file: File, caseId: CaseId | null): Promise<Result<TakenIn, string>> {
  if (file.size > mostMailBytes) {
    return err(explainMailFailure({ kind: 'too-large', byteLength: file.size }));
  }
  const outcome = await readMail(new Uint8Array(await file.arrayBuffer()));
  if (!outcome.ok) {
    return err(explainMailFailure(outcome.error));
  }
  const { from, to, replyTo, subject, date, threading, text, attachments } = outcome.value;
  const request: IncomingRequest = {
    ...{
      caseId,
      subject: subject.trim() === '' ? '(no subject)' : subject,
      requester: from,
      question: guessQuestion(subject, text),
    },
    message: { to, replyTo, date: date ?? now(), threading, text, attachments },
  };
  const messages = await allMessages();
  const duplicate = findDuplicate(outcome.value, messages);
  if (duplicate !== null) {
    return ok({ ticketId: duplicate.ticketId, outcome: 'known' });
  }
  const known = (await allTickets()).map((ticket) => ({
    ticket,
    messages: messages.filter(({ ticketId }) => ticketId === ticket.id),
  }));
  const found = findTicket(outcome.value, known);
  if (found === null) {
    return ok({ ticketId: (await receiveRequest(request)).id, outcome: 'opened' });
  }
  await receiveAnswer(found.ticket, request);
  return ok({ ticketId: found.ticket.id, outcome: 'added' });
}
