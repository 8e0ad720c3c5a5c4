import { defineDetector } from '../detector.ts';
import { maskSign } from '../masks.ts';

// The dot-atom form of RFC 5322 with letters of any script; quoted local parts do not occur in user tables.
const form =
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;

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
  normalise: lowerDomain,
  mask(value) {
    const at = value.lastIndexOf('@');
    const first = String.fromCodePoint(value.codePointAt(0) ?? 0);
    return `${first.length === at ? maskSign : first}***${value.slice(at)}`;
  },
  maskedForm: /^[^@\s]{0,8}[*＊●•]{2,}[^@\s]{0,8}@[^@\s]+$/,
});
