import type { FieldTypeId } from '../domain/field-type-id.ts';
import { addressFinders } from './spans/addresses.ts';
import type { Candidate, SpanFinder } from './spans/candidate.ts';
import { groupFinder } from './spans/groups.ts';
import { signFinders } from './spans/signs.ts';
import { wordFinder } from './spans/words.ts';

/** A value inside a text, from `start` up to, not including, `end`, in UTF-16 units. */
export type Span = { readonly start: number; readonly end: number; readonly fieldType: FieldTypeId };

const finders: readonly SpanFinder[] = [wordFinder, groupFinder, ...signFinders, ...addressFinders];

// Full-width letters and digits with the signs that stand among them, blanks and hyphens of other widths: each is one unit, as
// what it stands for. A full-width comma or colon ends what a plain one may be part of, so they stay.
const wide =
  /[\u00a0\u2000-\u200a\u2010-\u2015\u202f\u205f\u2212\u3000\uff08\uff09\uff0b\uff0d\uff0e\uff10-\uff19\uff20-\uff3a\uff3f\uff41-\uff5a]/g;

function plainSign(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) {
    return String.fromCharCode(code - 0xfee0);
  }
  return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 ? '-' : ' ';
}

/** What a value in a text is made of; most short texts have nothing of it. */
const worthALook = /[\d@路街巷弄镇乡村苑园里坊庄屯学院厦场寓道同]|www\.|:\/\//i;

function surestFirst(a: Candidate, b: Candidate): number {
  return a.rank - b.rank || b.end - b.start - (a.end - a.start) || a.start - b.start;
}

/** Of candidates that overlap, the surest; of equally sure ones the longest. */
function withoutOverlaps(candidates: readonly Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length);
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort(surestFirst)) {
    const { start, end } = candidate;
    if (!taken.subarray(start, end).includes(1)) {
      taken.fill(1, start, end);
      kept.push(candidate);
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}

/**
 * The values inside a running text that a rule can tell from words: phones, mail and web addresses, hosts, cards, wallets, ids
 * with a check, Chinese addresses by the names of their divisions, others by the word for a street. They do not overlap (the
 * surer type wins) and come in the order of the text. A number is never cut out of a longer one. The time it takes is in
 * proportion to the text, whatever the text is.
 * @example findSpans('请联系13812345678') // [{ start: 3, end: 14, fieldType: 'mobile' }]
 */
export function findSpans(text: string): readonly Span[] {
  const plain = text.replaceAll(wide, plainSign);
  if (!worthALook.test(plain)) {
    return [];
  }
  const candidates = finders.flatMap(({ needs, find }) => (needs.test(plain) ? find(plain) : []));
  const kept = candidates.length > 1 ? withoutOverlaps(candidates, plain.length) : candidates;
  return kept.map(({ start, end, fieldType }) => ({ start, end, fieldType }));
}
