import { type Proposer, proposal } from './proposer.ts';
import { trimSpan } from './span.ts';

const longestTitle = 300;

/** The title: a line labelled so, else the first line that is no header of the post. */
export const titleProposer: Proposer = {
  kind: 'title',
  propose: ({ text, title }) => {
    if (title === null) return [];
    const whole = trimSpan(text, title);
    const cut = trimSpan(text, { start: whole.start, end: Math.min(whole.end, whole.start + longestTitle) });
    const words = text.slice(cut.start, cut.end);
    return words === '' ? [] : [proposal(text, cut, { kind: 'title', text: words })];
  },
};
