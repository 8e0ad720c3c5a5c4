import { isDigits } from '../characters.ts';
import { type Candidate, candidateOf, isWordSign, type SpanFinder } from './candidate.ts';

/** Words that people write before a number without a blank: tel13812345678, vx13812345678. */
const tag = /^(?:tel|phone|mobile|mob|cell|call|whatsapp|wa|wechat|weixin|vx|wx|v|qq|sj|dh|lxdh|id|sfz|card)$/i;

/** True if the sign at `at` ties what lies on one side of it to a longer number, name or address on the other side. */
function ties(plain: string, at: number, step: 1 | -1): boolean {
  const sign = plain.charAt(at);
  if (sign === '_' || sign === '@') {
    return true;
  }
  if (sign !== '-' && sign !== '.') {
    return false;
  }
  const beyond = at + step;
  if (!isWordSign(plain.charAt(beyond))) {
    return false;
  }
  let end = beyond;
  while (isWordSign(plain.charAt(end))) {
    end += step;
  }
  const other = step === 1 ? plain.slice(beyond, end) : plain.slice(end + 1, beyond + 1);
  // Two whole numbers with a hyphen between them are two numbers; so is a number behind its tag.
  const standsApart = sign === '-' && ((other.length >= 10 && isDigits(other)) || tag.test(other));
  return !standsApart;
}

/** True if a stretch is a whole: no letter or digit touches it, and no sign ties it to something longer. */
export function isWhole(plain: string, start: number, end: number): boolean {
  return (
    !(isWordSign(plain.charAt(start - 1)) || isWordSign(plain.charAt(end))) &&
    !(ties(plain, start - 1, -1) || ties(plain, end, 1))
  );
}

type Maker = ReturnType<typeof candidateOf>;
type Kind = { readonly form: RegExp; readonly make: Maker };

// Which types a word of letters and digits may hold, by its form. Types whose numbers any other number may be, such as an
// account or a passport, are left out: a text names none of them for sure.
const kinds: readonly Kind[] = [
  { form: /^(?:\d{15}|\d{17}[\dXx])$/, make: candidateOf('cn-resident-id') },
  { form: /^(?:86|0086)?1\d{10}$/, make: candidateOf('mobile') },
  { form: /^(?:3[47]\d{13}|\d{16,19})$/, make: candidateOf('bank-card') },
  { form: /^0\d{9,11}$/, make: candidateOf('landline') },
  { form: /^[1-9]\d{10}$/, make: candidateOf('tr-tckn') },
  { form: /^(?=.*[A-Z])[\dA-Z]{18}$/, make: candidateOf('uscc') },
  { form: /^[A-Z]{2}\d{2}[\dA-Z]{11,30}$/, make: candidateOf('iban') },
  { form: /^[STFGM]\d{7}[A-Z]$/, make: candidateOf('sg-nric') },
  { form: /^[A-Z][1289A-D]\d{8}$/, make: candidateOf('tw-id') },
  { form: /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/, make: candidateOf('in-pan') },
  { form: /^[A-Z]{2}\d{6}[A-D]$/, make: candidateOf('uk-nino') },
  { form: /^(?=.*[A-Z])(?=.*\d{5})[\dA-HJ-NPR-Z]{17}$/, make: candidateOf('vin') },
  { form: /^0x[\dA-Fa-f]{40}$/, make: candidateOf('eth-address') },
  { form: /^T[\dA-Za-z]{33}$/, make: candidateOf('tron-address') },
  { form: /^(?:[13][\dA-Za-z]{25,34}|bc1[\da-z]{11,71})$/, make: candidateOf('btc-address') },
];

/** No number that is checked is longer. */
const longestWord = 74;

function inWord(plain: string, start: number, end: number): readonly Candidate[] {
  if (end - start > longestWord || end - start < 9) {
    return [];
  }
  const word = plain.slice(start, end);
  const tagged = /^[A-Za-z]{1,8}(?=1\d{10}$)/.exec(word)?.[0] ?? '';
  const from = tag.test(tagged) ? tagged.length : 0;
  if (!isWhole(plain, start, end)) {
    return [];
  }
  const bare = word.slice(from);
  return kinds.flatMap(({ form, make }) => (form.test(bare) ? (make(plain, start + from, end) ?? []) : []));
}

/** Finds numbers that are written in one piece: mobile numbers, cards, ids with a check, wallets. */
export const wordFinder: SpanFinder = {
  needs: /[\dA-Za-z]{9}/,
  find: (plain) =>
    [...plain.matchAll(/[\dA-Za-z]+/g)].flatMap(({ 0: { length }, index }) => inWord(plain, index, index + length)),
};
