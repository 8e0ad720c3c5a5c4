import { type Proposer, proposal } from './proposer.ts';
import { trimSpan } from './span.ts';

const longestTitle = 300;
/** A line longer than this is a paragraph: its first sentence stands for a title. */
const longestHeadline = 160;
const firstSentence = /^.{10,}?(?:[.!?](?=\s|$)|[。！？])/u;

/** The title: a line labelled so, else the first line that is no header of the post. */
export const titleProposer: Proposer = {
  kind: 'title',
  propose: ({ text, title }) => {
    if (title === null) {
      return [];
    }
    const whole = trimSpan(text, title);
    const line = text.slice(whole.start, Math.min(whole.end, whole.start + longestTitle));
    const headline = line.length > longestHeadline ? (firstSentence.exec(line)?.[0] ?? line) : line;
    const cut = trimSpan(text, { start: whole.start, end: whole.start + headline.length });
    const words = text.slice(cut.start, cut.end);
    return words === '' ? [] : [proposal(text, cut, { kind: 'title', text: words })];
  },
};
