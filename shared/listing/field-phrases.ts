import type { FieldTypeId } from '../domain/field-type-id.ts';
import { fieldTypes, ownKnownTypes, packId } from '../packs/field-types.ts';
import { fieldPhrases, nationalIdOf, nationalIdPhrases } from '../packs/listing-words.ts';
import type { Span } from './span.ts';

/** How a list of fields is written: the header of a table, where `id` is a row number, or a sentence, where it is not. */
export type ListStyle = 'header' | 'sentence';

/** Letters and digits alone: `phone_number`, `Phone Number` and `phoneNumber` are one phrase. */
function keyOf(phrase: string): string {
  return phrase.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const phrases = new Map<string, FieldTypeId>([
  ...fieldTypes.flatMap(({ id, aliases }) => aliases.map((alias) => [keyOf(alias), id] as const)),
  ...fieldPhrases.map(({ phrase, fieldType }) => [keyOf(phrase), fieldType] as const),
]);
const nationalId = new Set(nationalIdPhrases.map(keyOf));

/** Short aliases of the pack (`no`, `fin`, `line`) are words of their own in a sentence. */
const shortest: Readonly<Record<ListStyle, number>> = { header: 1, sentence: 4 };
const shortButPlain = new Set([
  'ip',
  'ips',
  'qq',
  'ssn',
  'ssns',
  'dob',
  'dobs',
  'sex',
  'age',
  'ages',
  'imei',
  'cvv',
  'vin',
  'zip',
]);
const hashed = /md5|sha-?\d|bcrypt|hash|argon|scrypt|salt|加密|哈希/i;
/** A password together with the name of its hash, such as `password(md5)`. */
const secretWord = /[\w-]{0,20}(?:pass|pwd)[\w-]{0,20}(?:\s?[(（][^)）]{1,20}[)）])?|加密密码|密码/i;

function singular(key: string): string {
  if (key.endsWith('ies')) {
    return `${key.slice(0, -3)}y`;
  }
  if (/(?:ss|x|sh|ch)es$/.test(key)) {
    return key.slice(0, -2);
  }
  return key.endsWith('s') && !key.endsWith('ss') ? key.slice(0, -1) : key;
}

/** The analyst's own type that goes by this name. */
function ownType(key: string): FieldTypeId | null {
  return ownKnownTypes().find(({ aliases }) => aliases.some((alias) => keyOf(alias) === key))?.id ?? null;
}

function exact(phrase: string, style: ListStyle, country: string | null): FieldTypeId | null {
  const key = keyOf(phrase);
  const own = ownType(key);
  if (own !== null) {
    return own;
  }
  if (style === 'sentence' && /^ids?$/.test(key)) {
    return country === null ? packId('user-id') : orUserId(country);
  }
  if (nationalId.has(key) || nationalId.has(singular(key))) {
    return nationalIdOf(country);
  }
  const short = key.length < shortest[style] && !/\p{Script=Han}/u.test(key) && !shortButPlain.has(key);
  return short ? null : (phrases.get(key) ?? phrases.get(singular(key)) ?? null);
}

/** A bare "IDs" means the identity number where the country has one in the taxonomy, else the number of a member. */
function orUserId(country: string): FieldTypeId {
  const national = nationalIdOf(country);
  return national === 'unknown' ? packId('user-id') : national;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}_'’.-]*/gu;
const mostWords = 12;
/** In English the last word of a phrase says what it is, unless what follows only narrows it: "names of customers". */
const narrows =
  /^\s*(?:$|[(（[{:：]|(?:of|for|from|in|on|at|to|that|which|who|with|belonging|linked|associated|used|is|are)\b)/i;
/** What sellers add to a Chinese phrase without changing what it names. */
const hanTail = /(?:等等|等信息|等字段|等数据|信息|等)$/u;

/** The runs of words of an item that may name what the item is, longest first and, among equals, from the left. */
function* runsOf(item: string): Generator<Span> {
  const words = [...item.matchAll(word)]
    .slice(0, mostWords)
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  for (let length = words.length; length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const first = words[from];
      const last = words[from + length - 1];
      if (first !== undefined && last !== undefined && narrows.test(item.slice(last.end))) {
        yield { start: first.start, end: last.end };
      }
    }
  }
}

/** Chinese runs its words together: the longest known end of such a run names it, as 手机号 does in 客户手机号. */
function* hanEnds(item: string, { start, end }: Span): Generator<Span> {
  const words = item.slice(start, end);
  const tail = hanTail.exec(words)?.[0].length ?? 0;
  for (const stop of tail > 0 ? [end, end - tail] : [end]) {
    for (let from = start; stop - from >= 2 && stop - from <= words.length && from - start < 12; from++) {
      yield { start: from, end: stop };
    }
  }
}

/** A field type that an item of a list names, and the place of the words inside the item. */
export type NamedField = Span & { readonly fieldType: FieldTypeId };

function firstKnown(item: string, spans: Iterable<Span>, style: ListStyle, country: string | null): NamedField | null {
  for (const span of spans) {
    const fieldType = exact(item.slice(span.start, span.end), style, country);
    if (fieldType !== null) {
      return { ...span, fieldType };
    }
  }
  return null;
}

/** Finds the field type that one item of a list names: the longest of its phrases that we know. */
export function namedField(item: string, style: ListStyle, country: string | null): NamedField | null {
  const runs = [...runsOf(item)];
  const han = runs.find(({ start, end }) => /^\p{Script=Han}+$/u.test(item.slice(start, end)));
  const found = firstKnown(item, runs, style, country) ?? (han && firstKnown(item, hanEnds(item, han), style, country));
  const secret = hashed.test(item) ? secretWord.exec(item) : null;
  if (secret !== null) {
    return { start: secret.index, end: secret.index + secret[0].length, fieldType: packId('password-hash') };
  }
  return found ?? null;
}
