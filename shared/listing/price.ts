import { labelled } from './labels.ts';
import { scaledNumber, writtenNumber, writtenScale } from './numbers.ts';
import { type Proposer, proposal } from './proposer.ts';
import type { Line } from './reading.ts';
import type { Span } from './span.ts';

const currencies: readonly { readonly code: string; readonly words: string }[] = [
  { code: 'USDT', words: 'usdt|泰达币|u(?![a-z])' },
  { code: 'USD', words: 'us\\$|usd|\\$|dollars?|美元|美金|刀' },
  { code: 'EUR', words: 'eur|€|euros?|欧元' },
  { code: 'GBP', words: 'gbp|£|pounds?|英镑' },
  { code: 'BTC', words: 'btc|bitcoins?|₿|比特币' },
  { code: 'XMR', words: 'xmr|monero|门罗币' },
  { code: 'ETH', words: 'eth|ethereum|以太坊' },
  { code: 'LTC', words: 'ltc|litecoin' },
  { code: 'CNY', words: 'rmb|cny|yuan|人民币|元|块' },
  { code: 'INR', words: 'inr|₹|rupees?' },
  { code: 'RUB', words: 'rub|₽|rubles?' },
  { code: '¥', words: '[¥￥]' },
];
const anyCurrency = currencies.map(({ words }) => words).join('|');
const before = `(?<c1>us\\$|usd|\\$|eur|€|gbp|£|btc|xmr|eth|rmb|cny|inr|₹|rub|₽|[¥￥])\\s{0,2}(?<n1>${writtenNumber})\\s?(?<s1>${writtenScale})?`;
const after = `(?<![\\d.,])(?<n2>${writtenNumber})\\s?(?<s2>${writtenScale})?\\s{0,2}(?<c2>${anyCurrency})(?![a-z])`;
const amount = new RegExp(`${before}|${after}`, 'giu');

/** Words that make an amount something else than the seller's price. */
const noPrice =
  /\b(?:fines?|penalt\w+|turnover|revenue|damages|settlement|ransom|bounty|worth|loss(?:es)?|budget)\b|罚款|营业额|损失|赎金|处罚/i;
/** Words that make an amount in a sentence the price. */
const offers =
  /\b(?:pric(?:e|ed|ing)|ask(?:s|ing)?|sell(?:s|ing)?|sold|sale|offer(?:s|ed|ing)?|advertis(?:es|ed|ing)|auction|bid|buy|negotiable)\b|售价|价格|出售|售卖|只要|仅需|要价|开价|打包/i;
const shortLine = 40;

type Amount = Span & { readonly amount: number | null; readonly currency: string | null };

/** ¥ is yuan in a text that writes Chinese; elsewhere it may be yen. */
function currencyOf(words: string, chinese: boolean): string | null {
  const code = currencies.find((entry) => new RegExp(`^(?:${entry.words})$`, 'iu').test(words))?.code ?? null;
  return code === '¥' ? (chinese ? 'CNY' : null) : code;
}

function amountsIn(prose: string): Amount[] {
  const chinese = /\p{Script=Han}/u.test(prose);
  return [...prose.matchAll(amount)].map((found) => {
    const groups = found.groups ?? {};
    const value = scaledNumber(groups['n1'] ?? groups['n2'] ?? '', groups['s1'] ?? groups['s2']);
    const currency = currencyOf(groups['c1'] ?? groups['c2'] ?? '', chinese);
    const end = found.index + found[0].trimEnd().length;
    const each = perRecord.exec(prose.slice(end, end + 16))?.[0].length ?? 0;
    return { start: found.index, end: end + each, amount: each > 0 ? null : value, currency };
  });
}

/** A price for each record: the sum depends on how many are bought. */
const perRecord = /^\s?(?:\/\s?(?:条|record|row|line|unit)|每条|一条|per (?:record|row|line|unit)|each\b)/i;

/** How far around an amount its sentence may reach; a sentence is read no further. */
const reach = 300;

function sentenceAround(prose: string, { start, end }: Span): string {
  const left = prose.slice(Math.max(0, start - reach), start);
  const right = prose.slice(end, end + reach);
  const from = Math.max(left.lastIndexOf('\n'), left.lastIndexOf('. '), left.lastIndexOf('。'));
  const to = right.search(/\n|\.\s|。/);
  return left.slice(from + 1) + prose.slice(start, end) + (to < 0 ? right : right.slice(0, to));
}

function isPrice(prose: string, found: Amount): boolean {
  const sentence = sentenceAround(prose, found);
  if (noPrice.test(sentence)) {
    return false;
  }
  return (
    offers.test(sentence) ||
    (sentence.trim().length <= shortLine && found.end - found.start >= sentence.trim().length / 2)
  );
}

function onPriceLine(found: Amount, lines: readonly Line[]): boolean {
  return lines.some(
    ({ start, end, words }) => found.start >= start && found.end <= end && labelled(words)?.kind === 'price',
  );
}

/** What the seller asks: an amount on a line labelled so, else one in a sentence that offers. A fine is no price. */
export const priceProposer: Proposer = {
  kind: 'price',
  propose: ({ text, prose, lines }) => {
    const amounts = amountsIn(prose);
    const priceLines = lines.filter(({ words }) => labelled(words)?.kind === 'price');
    const found = amounts.find((each) => onPriceLine(each, priceLines)) ?? amounts.find((each) => isPrice(prose, each));
    if (found === undefined) {
      return [];
    }
    const words = text.slice(found.start, found.end);
    return [proposal(text, found, { kind: 'price', text: words, amount: found.amount, currency: found.currency })];
  },
};
