import { defineDetector } from '../detector.ts';
import { secretMask } from '../masks.ts';

const hexLengths = new Set([16, 32, 40, 56, 64, 96, 128]);
const crypt =
  /^(?:\$2[abxy]?\$\d\d\$[./A-Za-z\d]{53}|\$argon2(?:id|i|d)\$\S{20,}|\$(?:1|5|6)\$\S{20,}|\$[PH]\$[./A-Za-z\d]{31}|\*[\dA-Fa-f]{40}|[\dA-Fa-f]{32,128}:\S{2,64}|pbkdf2_sha\d+\$\d+\$\S+|\{S?SHA\}\S{24,})$/;

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
  return hexLengths.has(value.length) ? isHex(value) || crypt.test(value) : crypt.test(value);
}

/** Password hashes by their forms (pack, validator `hash`). A hash is a secret: it is hidden wholly. */
export const passwordHash = defineDetector({
  fieldType: 'password-hash',
  chance: 0.01,
  standsAlone: () => true,
  accepts: isHash,
  normalise: (value) => (value.startsWith('$') || value.startsWith('{') ? value : value.toLowerCase()),
  secret: true,
  mask: secretMask,
});
