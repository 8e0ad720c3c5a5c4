import { groupOf, packId } from '../packs/field-types.ts';
import { hasHan } from './characters.ts';
import { normaliseHeader, repairedHeaders } from './header-form.ts';
import { type HeaderMatch, matchOfEnding, matchOfHanEnding, matchOfName } from './header-names.ts';

// As the last word of a longer header these say nothing of what it names: shop_name, pay_type, goods_no, stock_level.
const weakEndings = new Set(
  (
    'name id no code type level line model search content history user account total os host device secret hint social answer session token link ' +
    'site image key status count time date store party race position preference vip points fin fp ak sk tel trip os sim state area customer ' +
    'contact owner holder buyer receiver recipient sender guest patient created updated added finished condition treatment child duty job nation ' +
    'title company org product item goods order mother father married browser geo ts row index seq gid'
  ).split(' '),
);

/** Words behind a name that leave its meaning as it is. */
const tails = new Set('no num number nbr str val txt raw'.split(' '));
const keepTheirMeaning = new Set(['contact', 'government-id', 'financial', 'device-network']);

const timeWords = new Set(['time', 'date', 'dt', 'ts', 'at', 'datetime', 'timestamp', 'on']);
const someTime = { alias: 'time', fieldTypes: [packId('timestamp'), packId('order-time')] };

/** Words that end names written in one: usermobile, Rechnungsbetrag. */
const joinedEnding =
  /(?:phone|mobile|email|address|birthday|idcard|password|passwd|nickname|realname|telefon|telefonnummer|strasse|adresse|betrag|preis|geburtsdatum|telefono|correo)$/;

const hashEnding = /(?:md5|sha\d*|hash(?:ed)?|encrypted|encrypt|enc|masked|mask|加密|密文|哈希|脱敏)$/;

/** The words of a header in camelCase, snake_case or spaced writing. */
function wordsOf(header: string): string[] {
  return header
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_\-./]+/)
    .filter((word) => word !== '');
}

function matchWithoutTail(words: readonly string[]): HeaderMatch | null {
  const last = words.at(-1) ?? '';
  if (words.length < 2 || !tails.has(last)) {
    return null;
  }
  const match = matchOfEnding(words.slice(0, -1).join('')) ?? matchOfEnding(words.at(-2) ?? '');
  const [likeliest] = match?.fieldTypes ?? [];
  return match !== undefined && likeliest !== undefined && keepTheirMeaning.has(groupOf(likeliest)) ? match : null;
}

function matchLatinEnding(header: string): HeaderMatch | null {
  const words = wordsOf(header);
  for (let from = 1; from < words.length; from++) {
    const ending = words.slice(from).join('');
    const match = matchOfEnding(ending);
    const saysSomething = match?.fieldTypes.length === 0 || !weakEndings.has(ending);
    if (match !== undefined && ending.length >= 3 && saysSomething) {
      return match;
    }
  }
  const tailless = matchWithoutTail(words);
  if (tailless !== null) {
    return tailless;
  }
  if (words.length > 1 && timeWords.has(words.at(-1) ?? '')) {
    return someTime;
  }
  const [joined] = joinedEnding.exec(normaliseHeader(header)) ?? [];
  return joined === undefined ? null : (matchOfName(joined) ?? null);
}

function matchHanEnding(normalised: string): HeaderMatch | null {
  return matchOfHanEnding(normalised) ?? (/(?:时间|日期)$/.test(normalised) ? someTime : null);
}

function matchWhole(normalised: string): HeaderMatch | undefined {
  return matchOfName(normalised) ?? matchOfName(normalised.replace(/\d{1,2}$/, ''));
}

function matchReadable(header: string): HeaderMatch | null {
  const normalised = normaliseHeader(header);
  const whole = matchWhole(normalised) ?? matchWhole(normalised.replace(hashEnding, ''));
  if (whole !== undefined) {
    return whole;
  }
  return hasHan(header) ? matchHanEnding(normalised.replace(hashEnding, '')) : matchLatinEnding(header.trim());
}

/**
 * The alias of the taxonomy that a header matches: the whole header first, else without a trailing number or a note that
 * it is hashed (phone1, mobile_md5), else its last words (buyer_mobile, 收货人手机号). A header decoded wrongly is put right
 * first. Null where none matches.
 */
export function matchHeader(header: string): HeaderMatch | null {
  for (const reading of [header, ...repairedHeaders(header)]) {
    const match = matchReadable(reading);
    if (match !== null) {
      return match;
    }
  }
  return null;
}
