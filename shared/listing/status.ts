import { type Proposer, proposal } from './proposer.ts';

type Status = 'alleged' | 'confirmed' | 'denied';

/** From the strongest statement to the weakest; "if confirmed" and "not confirmed" are no confirmation. */
const statements: readonly { readonly status: Status; readonly label: string; readonly pattern: RegExp }[] = [
  {
    status: 'denied',
    label: 'Denied',
    pattern: /\b(?:has|have|had|firmly|officially) denied\b|\bdenied (?:the|any|that)\b|予以否认|否认了?/iu,
  },
  {
    status: 'confirmed',
    label: 'Confirmed',
    pattern:
      /\b(?:has|have|officially|publicly) confirmed\b|\bconfirmed (?:the|that|a) (?:data |security )?(?:breach|leak|incident)\b|(?<!未经|未|尚未)证实/iu,
  },
  {
    status: 'alleged',
    label: 'Alleged',
    pattern: /\b(?:alleged(?:ly)?|purported(?:ly)?|unverified|unconfirmed)\b|据称|疑似|涉嫌|未经证实|尚未证实/iu,
  },
  // A bare offer is an allegation too: the seller's word and nothing else.
  {
    status: 'alleged',
    label: 'Alleged',
    pattern: /\b(?:for sale|on sale|selling|claims?|claimed|dump|leak(?:ed)?)\b|出售|售卖|转让|泄露/iu,
  },
];

/** How sure the listing itself is of the leak. */
export const statusProposer: Proposer = {
  kind: 'status',
  propose: ({ text, prose }) => {
    for (const { status, label, pattern } of statements) {
      const found = pattern.exec(prose);
      if (found === null) {
        continue;
      }
      const span = { start: found.index, end: found.index + found[0].length };
      return [proposal(text, span, { kind: 'status', text: label, status })];
    }
    return [];
  },
};
