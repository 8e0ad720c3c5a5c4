import { sourceKinds } from '../packs/listing-words.ts';
import { labelled } from './labels.ts';
import { mentionFinder } from './mentions.ts';
import { type Proposer, proposal } from './proposer.ts';
import { trimSpan } from './span.ts';

const findSources = mentionFinder(sourceKinds);
const longestSource = 120;

/** Where the data is offered: a line labelled so, else the most telling words for a place (a forum before "dark web"). */
export const sourceProposer: Proposer = {
  kind: 'source',
  propose: ({ text, prose, lines }) => {
    for (const { start, end, words } of lines) {
      const label = labelled(words);
      if (label?.kind !== 'source') {
        continue;
      }
      const span = trimSpan(text, { start: start + label.contentAt, end });
      const content = text.slice(span.start, span.end);
      if (content !== '' && content.length <= longestSource) {
        return [proposal(text, span, { kind: 'source', text: content })];
      }
    }
    const found = findSources(prose)[0];
    return found === undefined ? [] : [proposal(text, found, { kind: 'source', text: found.label })];
  },
};
