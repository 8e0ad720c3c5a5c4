import type { ClaimProposal } from '../domain/claim.ts';
import { proposers } from './proposers.ts';
import { readListing } from './reading.ts';

/**
 * Reads a post, or an article about one, and proposes what it claims, each beside the exact words it came from. Nothing
 * proposed is a fact before the analyst confirms it.
 * @example proposeClaims('Price: $3,500')[0]?.quote.words
 */
export function proposeClaims(text: string): readonly ClaimProposal[] {
  const reading = readListing(text);
  return proposers.flatMap(({ propose }) => propose(reading));
}
