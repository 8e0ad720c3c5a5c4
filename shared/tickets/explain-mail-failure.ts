import { assertNever } from '../lib/assert-never.ts';
import type { MailFailure } from './read-mail.ts';

/** Says in a sentence or two why a file was not taken in as a mail, and that nothing was changed. */
export function explainMailFailure(failure: MailFailure): string {
  switch (failure.kind) {
    case 'empty':
      return 'The file is empty. No ticket was changed.';
    case 'too-large':
      return `The file has ${Math.round(failure.byteLength / 1024 / 1024)} MB, more than the 50 MB a mail may have. No ticket was changed.`;
    case 'binary':
      return 'This is not a mail but a binary file. Save the message as .eml and open that. No ticket was changed.';
    case 'no-sender':
      return 'The file names no sender (From) with a valid address, so it cannot be answered. No ticket was changed.';
    case 'unreadable':
      return `The mail could not be read: ${failure.detail}. No ticket was changed.`;
    default:
      return assertNever(failure);
  }
}
