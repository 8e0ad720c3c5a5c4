import { defineDetector, type QuickRule, quickVerdict } from '../detector.ts';
import { maskSign } from '../masks.ts';

// The dot-atom form of RFC 5322 with letters of any script; quoted local parts do not occur in user tables.
// Labels of the domain may be in any script (RFC 5890).
const form =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}][\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}]$/u;

function isEmail(value: string): boolean {
  const at = value.indexOf('@');
  if (at < 1 || at > 64 || value.length > 254 || value.length - at < 5) {
    return false;
  }
  if (value.charCodeAt(0) === 46 || value.charCodeAt(at - 1) === 46 || value.includes('..')) {
    return false;
  }
  // A masked local part (a***@b.com) is well formed by the RFC, but nobody can be reached under it.
  return !value.includes('**') && form.test(value);
}

/** Whether the bytes in [start, end) are runs of lower-case letters and digits with single dots between them. */
function areDottedWords(bytes: Uint8Array, start: number, end: number): boolean {
  let before = 0x2e;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    const isWord = (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39);
    if (!isWord && (byte !== 0x2e || before === 0x2e)) {
      return false;
    }
    before = byte;
  }
  return before !== 0x2e;
}

/** Most addresses are lower-case words with dots, and end in a word of letters. */
const quick: QuickRule = (bytes, start, end) => {
  let at = start;
  while (at < end && bytes[at] !== 0x40) {
    at++;
  }
  let dot = end - 1;
  while (dot > at && bytes[dot] !== 0x2e) {
    dot--;
  }
  const ending = end - dot - 1;
  const isShaped = at > start && at - start <= 64 && dot > at && ending >= 2 && end - at <= 63;
  const isWord = isShaped && (bytes[dot + 1] ?? 0) >= 0x61;
  const isPlain = isWord && areDottedWords(bytes, start, at) && areDottedWords(bytes, at + 1, end);
  return isPlain ? quickVerdict.valid : quickVerdict.ask;
};

function lowerDomain(value: string): string {
  const at = value.lastIndexOf('@');
  return at < 0 ? value : value.slice(0, at) + value.slice(at).toLowerCase();
}

/** E-mail addresses: first character and domain stay in the mask; the domain is lower-cased, a +tag kept. */
export const email = defineDetector({
  fieldType: 'email',
  chance: 0.001,
  standsAlone: () => true,
  accepts: isEmail,
  quick,
  normalise: lowerDomain,
  mask(value) {
    const at = value.lastIndexOf('@');
    const first = String.fromCodePoint(value.codePointAt(0) ?? 0);
    return `${first.length === at ? maskSign : first}***${value.slice(at)}`;
  },
  maskedForm: /^[^@\s]{0,8}[*＊●•]{2,}[^@\s]{0,8}@[^@\s]+$/,
});
