import { decodeBase58Check } from '../base58.ts';
import { isDigits } from '../characters.ts';
import { shareOf } from '../column-facts.ts';
import { defineDetector } from '../detector.ts';
import { secretMask } from '../masks.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

const base64Url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function bytesOf(part: string): Uint8Array {
  const bytes: number[] = [];
  let held = 0;
  for (let i = 0; i < part.length; i++) {
    held = ((held << 6) | base64Url.indexOf(part.charAt(i))) & 0xffff;
    const bits = ((i + 1) * 6) % 8;
    if (bits < 6) {
      bytes.push((held >>> bits) & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

/** The text of a base64url part; null where it is no UTF-8. */
function decodePart(part: string): string | null {
  try {
    return decoder.decode(bytesOf(part));
  } catch {
    return null;
  }
}

function isJsonObject(text: string | null): boolean {
  if (text === null || !text.startsWith('{')) {
    return false;
  }
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A signed token (RFC 7519): three base64url parts, of which the first two decode to JSON; the last may be empty. */
function isJwt(value: string): boolean {
  if (value.length < 20 || !/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(value)) {
    return false;
  }
  const [header = '', payload = ''] = value.split('.');
  return isJsonObject(decodePart(header)) && isJsonObject(decodePart(payload));
}

const opaque = /^(?:Bearer )?(?!eyJ)(?=.*\d)(?=.*[A-Za-z])[\w+/-]{16,512}={0,2}$/;

/**
 * Tokens of sessions: JSON web tokens, which a column may hold without a header (pack, validator `jwt`), and words of 16 signs
 * or more that only a header makes tokens.
 */
export const authToken = defineDetector({
  fieldType: 'auth-token',
  chance: 0.9,
  standsAlone: (facts) => shareOf(facts, isJwt) >= 0.8,
  accepts: (value) => value.length >= 16 && (isJwt(value) || opaque.test(value)),
  secret: true,
  mask: secretMask,
});

/** Beginnings that services give their keys: AWS, Google, GitHub, Slack, Stripe, OpenAI, Aliyun, Tencent Cloud. */
const knownKey =
  /^(?:(?:AKIA|ASIA)[\dA-Z]{16}|AIza[\w-]{35}|gh[opusr]_[\dA-Za-z]{36,255}|github_pat_\w{22,255}|xox[abprs]-[\dA-Za-z-]{10,}|[rsp]k_(?:live|test)_[\dA-Za-z]{10,}|sk-[\w-]{20,}|LTAI[\dA-Za-z]{12,20}|AKID[\dA-Za-z]{32})$/;
const anyKey = /^(?=.*\d)(?=.*[A-Za-z])[\w+/.:=-]{16,256}$/;

/** Keys of programming interfaces: those of well-known services, and under a header any word of 16 signs or more. */
export const apiKey = defineDetector({
  fieldType: 'api-key',
  chance: 0.9,
  standsAlone: (facts) => shareOf(facts, (value) => knownKey.test(value)) >= 0.8,
  accepts: (value) => value.length >= 16 && value.length <= 512 && (knownKey.test(value) || anyKey.test(value)),
  secret: true,
  mask: secretMask,
});

const pem = /^-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/;
const hexKey = /^(?:0x)?[\da-f]{64}$/i;
const mnemonic = /^[a-z]{3,8}(?: [a-z]{3,8}){11}(?:(?: [a-z]{3,8}){3}){0,4}$/;

/** Wallet import format (version 0x80) and extended private keys (BIP 32, 78 bytes). */
function isWalletKey(value: string): boolean {
  if (!/^(?:[5KL][1-9A-HJ-NP-Za-km-z]{50,51}|[xyz]prv[1-9A-HJ-NP-Za-km-z]{100,110})$/.test(value)) {
    return false;
  }
  const content = decodeBase58Check(value);
  return content !== null && (content.length === 78 || (content[0] === 0x80 && content.length >= 33));
}

function isUnmistakable(value: string): boolean {
  return pem.test(value) || mnemonic.test(value) || isWalletKey(value);
}

/**
 * Private keys: PEM (RFC 7468), wallets' WIF and xprv with their check, twelve to 24 words (BIP 39), and 64 hexadecimal digits,
 * which a header must name: a SHA-256 looks the same.
 */
export const privateKey = defineDetector({
  fieldType: 'private-key',
  chance: 0.001,
  standsAlone: (facts) => shareOf(facts, isUnmistakable) >= 0.8 && facts.distinctRatio > 0.5,
  accepts: (value) => value.length >= 48 && (hexKey.test(value) || isUnmistakable(value)),
  secret: true,
  mask: secretMask,
});

/** Codes that open something: four to eight digits, which any number may be. */
export const pin = defineDetector({
  fieldType: 'pin',
  chance: 0.9,
  fitsHeader: (facts) => !facts.countsUp,
  accepts: (value) => value.length >= 4 && value.length <= 8 && isDigits(value),
  secret: true,
  mask: secretMask,
});

/** The security code of a card: three digits, four for American Express. Any short number looks like one. */
export const cardCvv = defineDetector({
  fieldType: 'card-cvv',
  chance: 0.9,
  fitsHeader: (facts) => !facts.countsUp,
  accepts: (value) => (value.length === 3 || value.length === 4) && isDigits(value),
  secret: true,
  mask: secretMask,
});

const expiryForm =
  /^(?:(?:0[1-9]|1[0-2])(?: ?[/-] ?)?(?:20)?\d{2}|(?:0?[1-9]|1[0-2]) ?[/.-] ?(?:20)?\d{2}|(?:20)?\d{2}(?: ?[/-] ?)?(?:0[1-9]|1[0-2])|20\d{2}年(?:0?[1-9]|1[0-2])月)$/;

/** The month in which a card ends: month and year in either order. Of four random digits 12 % begin and 12 % end in a month. */
export const cardExpiry = defineDetector({
  fieldType: 'card-expiry',
  chance: 0.2,
  accepts: (value) => value.length >= 4 && value.length <= 9 && expiryForm.test(value),
  secret: true,
  mask: secretMask,
});
