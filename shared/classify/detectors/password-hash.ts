import { defineDetector } from '../detector.ts';
import { secretMask } from '../masks.ts';

const hexLengths = new Set([16, 32, 40, 56, 64, 96, 128]);
const b64 = '[./A-Za-z\\d]';

/* The schemes by their prefix, in the forms of passlib's reference and of the documents of crypt(5). */
const schemes = [
  // bcrypt: cost 4–31, 22 characters of salt and 31 of digest
  `\\$2[abxy]?\\$(?:0[4-9]|[12]\\d|3[01])\\$${b64}{53}`,
  '\\$argon2(?:id|i|d)\\$(?:v=\\d+\\$)?m=\\d+,t=\\d+,p=\\d+(?:,[a-z]+=[^$,]+)*\\$[A-Za-z\\d+/]{4,128}\\$[A-Za-z\\d+/]{5,128}',
  `\\$(?:1|apr1)\\$[^$\\s]{0,8}\\$${b64}{22}`,
  `\\$5\\$(?:rounds=\\d+\\$)?[^$\\s]{0,16}\\$${b64}{43}`,
  `\\$6\\$(?:rounds=\\d+\\$)?[^$\\s]{0,16}\\$${b64}{86}`,
  `\\$sha1\\$\\d+\\$[^$\\s]{1,64}\\$${b64}{28}`,
  // phpass: a sign for the rounds, eight of salt, 22 of digest
  `\\$[PH]\\$${b64}{31}`,
  `\\$S\\$${b64}{52}`,
  `\\$(?:y|gy|7)\\$\\S{40,200}`,
  '\\$scrypt\\$\\S{40,300}',
  '\\*[\\dA-F]{40}',
  '0x0[12]00[\\dA-F]{48,136}',
  '(?:pbkdf2_sha(?:1|256|512)|scrypt|bcrypt_sha256)\\$\\S{20,300}',
  '(?:sha1|md5|sha256)\\$[^$\\s]{1,64}\\$[\\da-f]{32,64}',
  '(?:pbkdf2|scrypt):[a-z\\d:]+\\$[^$\\s]{1,64}\\$[\\da-f]{32,256}',
  '\\{(?:SSHA|SHA|SMD5|MD5|SSHA256|SHA256|SSHA512|SHA512|CRYPT|BCRYPT)\\}\\S{16,200}',
];
const crypt = new RegExp(`^(?:${schemes.join('|')})$`, 'i');
const salted = /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64}|[\da-f]{128}):[^\s:]{1,64}$/i;

function isHex(value: string): boolean {
  let letters = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      continue;
    }
    const lower = code | 32;
    if (lower < 97 || lower > 102) {
      return false;
    }
    letters++;
  }
  // Sixteen or 32 digits without one letter a–f are a number, not a hash.
  return letters > 0;
}

function isHash(value: string): boolean {
  if (value.length < 16 || value.length > 512) {
    return false;
  }
  if (hexLengths.has(value.length) && isHex(value)) {
    return true;
  }
  const first = value.charAt(0);
  return salted.test(value) || ('$*{0pPsSbBmM'.includes(first) && crypt.test(value));
}

/**
 * Password hashes by their forms (pack, validator `hash`): digests in hexadecimal by their length, also with a salt behind a
 * colon, and the schemes of crypt. Random letters and digits are hardly ever hexadecimal. A hash is a secret: it is hidden wholly.
 */
export const passwordHash = defineDetector({
  fieldType: 'password-hash',
  chance: 0.01,
  standsAlone: () => true,
  accepts: isHash,
  // Capitals mean the same in hexadecimal only; a salt stays as it is.
  normalise: (value) => {
    if (hexLengths.has(value.length) && isHex(value)) {
      return value.toLowerCase();
    }
    const colon = salted.test(value) ? value.indexOf(':') : 0;
    return value.slice(0, colon).toLowerCase() + value.slice(colon);
  },
  secret: true,
  mask: secretMask,
});
