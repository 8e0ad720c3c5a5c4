import { labelled } from './labels.ts';
import { scaledNumber, writtenNumber, writtenScale } from './numbers.ts';
import { type Proposer, proposal } from './proposer.ts';
import type { Line } from './reading.ts';
import type { Span } from './span.ts';

const things =
  '(?:records?|rows?|lines?|users?|customers?|clients?|accounts?|entries|people|individuals|members?|citizens?|orders?|profiles?|subscribers?|patients?|e-?mails?|transactions?)';
const chineseThings = '(?:条|行|名|份|人|个?用户|万?数据|数据|记录|订单)';
/** Up to three words may stand between the number and what is counted: "12 million unique customer records". */
const english = `(?<n1>${writtenNumber})\\s?(?<s1>${writtenScale})?\\+?[ \\t]{1,2}(?:(?!(?:and|or|of|from|in|with|at|on|by|for)\\b)[a-z-]{2,15}[ \\t]){0,3}${things}(?![a-z])`;
const chinese = `(?<n2>${writtenNumber})\\s?(?:(?<s2>千万|百万|万|亿|千|w(?![a-z]))\\s?[多余]?\\s?${chineseThings}?|${chineseThings})`;
/** Neither an article of a law (第5条), a part of a larger number, nor an amount of money. */
const counted = new RegExp(
  `(?<![\\d.,，$€£¥￥第])(?:${english}|${chinese})(?!\\s?(?:元|美元|美金|人民币|块|刀|usdt|rmb))`,
  'giu',
);
const bare = new RegExp(
  `(?<n>${writtenNumber})\\s?(?<s>${writtenScale})?(?!\\s?(?:[gmtk]b|[gmt]i?b))(?![a-z\\d])`,
  'iu',
);
const money = /(?:rmb|usd|eur|罚款|fines? of)\s{0,2}$/i;
/** A number that reads as a year, such as the 2025 of "2025 customer records". */
const year = /^(?:19|20)\d\d$/;
const sampled = /(?:sample|preview|proof|样本|样例|测试|示例)[^\n.。]{0,24}$/i;

type Count = Span & { readonly count: number };

function countOf(span: Span, number: string | undefined, scale: string | undefined): Count[] {
  const value = scaledNumber(number ?? '', scale);
  if (value === null || value < 1 || value > Number.MAX_SAFE_INTEGER) {
    return [];
  }
  return [{ ...span, count: Math.round(value) }];
}

function labelledCount(lines: readonly Line[]): Count | null {
  for (const { start, words } of lines) {
    const label = labelled(words);
    const found = label?.kind === 'record-count' ? bare.exec(words.slice(label.contentAt)) : null;
    if (label === null || found === null) {
      continue;
    }
    const from = start + label.contentAt + found.index;
    const count = countOf(
      { start: from, end: from + found[0].trimEnd().length },
      found.groups?.['n'],
      found.groups?.['s'],
    );
    if (count[0] !== undefined) {
      return count[0];
    }
  }
  return null;
}

function countsIn(prose: string): Count[] {
  return [...prose.matchAll(counted)].flatMap((found) => {
    const lead = prose.slice(Math.max(0, found.index - 40), found.index);
    const { n1, n2, s1, s2 } = found.groups ?? {};
    if (money.test(lead) || sampled.test(lead)) {
      return [];
    }
    if (year.test(n1 ?? n2 ?? '') && s1 === undefined && s2 === undefined) {
      return [];
    }
    return countOf({ start: found.index, end: found.index + found[0].trimEnd().length }, n1 ?? n2, s1 ?? s2);
  });
}

/** How many records the seller claims: the count on a line labelled so, else the largest in the text. */
export const recordCountProposer: Proposer = {
  kind: 'record-count',
  propose: ({ text, prose, lines }) => {
    const largest = countsIn(prose).reduce<Count | null>(
      (best, each) => (best === null || each.count > best.count ? each : best),
      null,
    );
    const found = labelledCount(lines) ?? largest;
    if (found === null) {
      return [];
    }
    return [
      proposal(text, found, { kind: 'record-count', text: text.slice(found.start, found.end), count: found.count }),
    ];
  },
};
