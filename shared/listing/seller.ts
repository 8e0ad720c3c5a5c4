import { labelled } from './labels.ts';
import { type Proposer, proposal } from './proposer.ts';
import type { Line } from './reading.ts';
import { type Span, trimSpan } from './span.ts';

const longestName = 60;

/** A name follows at once, in quotes, or as one word of letters, digits and the marks that forum names use. */
const introduced =
  /(?:posted by|offered by|sold by|published by|shared by|leaked by|(?:threat actor|actor|seller|vendor|hacker|user|member|group)s?(?: (?:known|operating|going|posting))?,? (?:as|named|called|dubbed|by the name(?: of)?|(?:using|under|with) (?:the )?(?:alias|handle|name|nickname|moniker|username|pseudonym)(?: of)?))\s{1,3}(?:[“"‘'「]([^”"’'」\n]{1,60})[”"’'」]|(@?[\p{L}\d][\p{L}\d_.-]{1,39}))/giu;

/** A name in quotes right after what its bearer is. */
const quoted = /(?:threat actor|actor|hacker|seller|vendor|user|member)\s{1,3}[“"‘'「]([^”"’'」\n]{1,60})[”"’'」]/giu;

/** Words that follow "posted by" without being a name. */
const noName = new Set(['a', 'an', 'the', 'someone', 'unknown', 'our', 'this', 'that', 'its', 'their', 'one', 'user']);

function fromLabel(lines: readonly Line[]): Span | null {
  for (const { start, end, words } of lines) {
    const label = labelled(words);
    if (label?.kind !== 'seller') {
      continue;
    }
    // A profile line often goes on: "x | Rep: 120", "x (joined 2021)".
    const content = /^\s*[^|,;，；(（\n]+/.exec(words.slice(label.contentAt))?.[0] ?? '';
    const from = start + label.contentAt;
    if (content.trim() !== '') {
      return { start: from, end: Math.min(end, from + content.length) };
    }
  }
  return null;
}

function fromProse(prose: string): Span | null {
  for (const found of [...prose.matchAll(introduced), ...prose.matchAll(quoted)]) {
    const name = (found[1] ?? found[2] ?? '').replace(/[.-]+$/, '');
    if (name === '' || noName.has(name.toLowerCase())) {
      continue;
    }
    const start = found.index + found[0].lastIndexOf(name);
    return { start, end: start + name.length };
  }
  return null;
}

/** Who offers the data: a line that names the seller, else a name in the text such as `posted by "x"`. */
export const sellerProposer: Proposer = {
  kind: 'seller',
  propose: ({ text, prose, lines }) => {
    const found = fromLabel(lines) ?? fromProse(prose);
    if (found === null) {
      return [];
    }
    const span = trimSpan(text, found);
    const words = text.slice(span.start, span.end);
    return words === '' || words.length > longestName ? [] : [proposal(text, span, { kind: 'seller', text: words })];
  },
};
