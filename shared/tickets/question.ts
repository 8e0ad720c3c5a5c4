import type { QuestionKind } from '../domain/ticket.ts';

/** What people write when they ask each kind of question; where two kinds draw, the earlier in this list holds. */
const askedBy: readonly { readonly kind: QuestionKind; readonly pattern: RegExp }[] = [
  {
    kind: 'am-i-in-it',
    pattern:
      /\b(?:am i|are we|is (?:my|our)|are (?:my|our)|do(?:es)? it (?:include|contain) (?:my|our|us)|(?:my|our) (?:data|domain|customers?|employees|e-?mails?|accounts?|company|records?|numbers?)|affected|exposed|included)\b|我们?的|是否(?:包含|涉及|在内)|有没有我|受影响|在不在|在里面/giu,
  },
  {
    kind: 'what-now',
    pattern:
      /\b(?:what (?:should|must|can|do|shall) (?:we|i)|what (?:now|next)|next steps?|how (?:should|do|can|to) (?:we |i )?(?:respond|react|protect|mitigate|handle)|mitigat\w+|remediat\w+|recommend\w*|need to (?:report|notify|do)|advice)\b|怎么办|如何(?:应对|处理|处置|防范)|该怎么|怎么处理|下一步|建议/giu,
  },
  {
    kind: 'is-it-real',
    pattern:
      /\b(?:real|authentic(?:ity)?|genuine|fake|hoax|legit(?:imate)?|verif(?:y|ied|iable)|true|credible|trustworthy|recycled)\b|真的|真实|属实|真假|可信|是真是假|造假|假的/giu,
  },
];

/** A subject says more than a body. */
const subjectWeight = 2;
const longestRead = 20_000;

function hits(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].length;
}

/** Guesses what a mail asks, by keywords in English and Chinese; `other` where nothing speaks for any kind. */
export function guessQuestion(subject: string, text: string): QuestionKind {
  let best: { readonly kind: QuestionKind; readonly score: number } = { kind: 'other', score: 0 };
  for (const { kind, pattern } of askedBy) {
    const score = subjectWeight * hits(pattern, subject) + hits(pattern, text.slice(0, longestRead));
    if (score > best.score) {
      best = { kind, score };
    }
  }
  return best.kind;
}
