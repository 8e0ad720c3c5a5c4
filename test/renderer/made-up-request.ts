import { now } from '../../renderer/storage/clock-and-ids.ts';
import type { IncomingRequest } from '../../renderer/storage/tickets.ts';

/** A client who exists only in these tests. */
export const client = { name: '梅 Example', address: 'mei@client.example' };

/** A client's question as it comes in by mail. Made up. */
export function madeUpRequest(
  change: Partial<Omit<IncomingRequest, 'message'>> = {},
  text = 'We sell there.',
): IncomingRequest {
  return {
    ...{ caseId: null, subject: 'Is it real?', requester: client, question: 'is-it-real' },
    message: {
      ...{ to: null, replyTo: client, date: now(), text, attachments: [] },
      threading: { messageId: null, inReplyTo: null, references: [] },
    },
    ...change,
  };
}
