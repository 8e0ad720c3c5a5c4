import { type Candidate, candidateOf, isWordSign, type SpanFinder } from './candidate.ts';
import { isWhole } from './words.ts';

const email = candidateOf('email');
const url = candidateOf('url');
const ip = candidateOf('ip');
const mac = candidateOf('mac');
const plate = candidateOf('plate');
const hkId = candidateOf('hk-id');
const iban = candidateOf('iban');

const longestLocalPart = 64;
const localSign = /^[\w.!#$%&'*+/=?^`{|}~-]$/;

/** Where the local part begins of the address whose sign is at `at`; in running text only ASCII belongs to one. */
function localStart(plain: string, at: number): number {
  let start = at;
  while (at - start <= longestLocalPart && localSign.test(plain.charAt(start - 1))) {
    start--;
  }
  // What a sentence puts before an address is no part of it: an equals sign, a slash, a quote.
  start += /^.*[=/'`{|]/.exec(plain.slice(start, at))?.[0].length ?? 0;
  return start + (/^\W*/.exec(plain.slice(start, at))?.[0].length ?? 0);
}

const domain = /(?:[\dA-Za-z](?:[\dA-Za-z-]{0,61}[\dA-Za-z])?\.){1,8}[A-Za-z]{2,24}(?![\dA-Za-z-])/y;

function findEmails(plain: string): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let at = plain.indexOf('@'); at >= 0; at = plain.indexOf('@', at + 1)) {
    domain.lastIndex = at + 1;
    const host = domain.exec(plain)?.[0] ?? '';
    const start = localStart(plain, at);
    const candidate = host === '' || start === at ? null : email(plain, start, at + 1 + host.length);
    if (candidate !== null) {
      found.push(candidate);
    }
  }
  return found;
}

// A web address ends where a sign stands that none holds in clear; marks that end a sentence are the sentence's.
const address = /(?:(?:https?|ftps?|wss?):\/\/|www\.)[^\s"'<>\\^`{|}\u0080-\uffff]{3,2000}/gi;

function findUrls(plain: string): readonly Candidate[] {
  return [...plain.matchAll(address)].flatMap(({ 0: text, index }) => {
    const isCutOut = isWordSign(plain.charAt(index - 1));
    const end = index + text.replace(/[.,:;!?()[\]]{1,9}$/, '').length;
    return isCutOut ? [] : (url(plain, index, end) ?? []);
  });
}

const dotted = /(?<!\d)\d+(?:\.\d+)+/g;
const hexadecimal = /(?<![\dA-Fa-f])[\dA-Fa-f]*(?:[:-][\dA-Fa-f]*)+/g;
const leastGroups = 3;
const longestRun = 60;

/** What has colons or hyphens between hexadecimal groups: addresses of networks and of their cards. */
function findColons(plain: string): readonly Candidate[] {
  return [...plain.matchAll(hexadecimal)].flatMap(({ 0: run, index }) => {
    if (run.length > longestRun) {
      return [];
    }
    const text = run.replace(/(?<!:):$|-+$/, '').replace(/^:(?!:)/, '');
    const start = index + run.indexOf(text);
    const end = start + text.length;
    const groups = text.split(/[:-]+/).filter((group) => group !== '');
    if (groups.length < leastGroups || !/\d/.test(text) || !isWhole(plain, start, end)) {
      return [];
    }
    return mac(plain, start, end) ?? (text.includes('::') || groups.length === 8 ? (ip(plain, start, end) ?? []) : []);
  });
}

const plateForm = /[\u4e00-\u9fff][A-Z][ ·•・.-]?[\dA-Z]{5,6}(?![\dA-Za-z])/g;
const hkForm = /[A-Z]{1,2}\d{6} ?\([\dA]\)/g;
const groupedIban = /[A-Z]{2}\d{2}(?: [\dA-Z]{4}){2,7}(?: [\dA-Z]{1,3})?(?![\dA-Za-z])/g;

/** Finds every whole stretch of one form. */
function every(needs: RegExp, form: RegExp, make: ReturnType<typeof candidateOf>): SpanFinder {
  return {
    needs,
    find: (plain) =>
      [...plain.matchAll(form)].flatMap(({ 0: { length }, index }) =>
        isWhole(plain, index, index + length) ? (make(plain, index, index + length) ?? []) : [],
      ),
  };
}

/** Finds what a sign of its own gives away: mail and web addresses, hosts, plates, ids in brackets. */
export const signFinders: readonly SpanFinder[] = [
  { needs: /@/, find: findEmails },
  { needs: /:\/\/|www\./i, find: findUrls },
  { needs: /:[\dA-Fa-f]*:|-[\dA-Fa-f]{2}-/, find: findColons },
  every(/\d\.\d/, dotted, ip),
  every(/[\u4e00-\u9fff][A-Z]/, plateForm, plate),
  every(/\d{6} ?\(/, hkForm, hkId),
  every(/[A-Z]{2}\d{2} /, groupedIban, iban),
];
