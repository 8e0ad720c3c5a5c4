import type { ClaimContent, ClaimKind, ClaimProposal } from '../domain/claim.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

/** Reads one kind of claim out of a listing. All but the proposer of fields give one proposal at most. */
export type Proposer = {
  readonly kind: ClaimKind;
  readonly propose: (reading: Reading) => readonly ClaimProposal[];
};

/** Joins what is claimed with the exact words it came from. */
export function proposal(text: string, { start, end }: Span, content: ClaimContent): ClaimProposal {
  return { content, quote: { start, end, words: text.slice(start, end) } };
}
