const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** What the sum comes to for bech32 (BIP 173) and for bech32m (BIP 350). */
const sums = { bech32: 1, bech32m: 0x2bc830a3 };

function polymod(words: readonly number[]): number {
  let sum = 1;
  for (const word of words) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ word;
    for (const [i, term] of generator.entries()) {
      sum ^= (top >>> i) & 1 ? term : 0;
    }
  }
  return sum >>> 0;
}

function expandPrefix(prefix: string): number[] {
  const codes = [...prefix].map((character) => character.charCodeAt(0));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
}

/** The bytes in the program of a witness, five bits a word; -1 where bits that are left over are not zero. */
function programLength(words: readonly number[]): number {
  const rest = (words.length * 5) % 8;
  const last = words.at(-1) ?? 0;
  return rest >= 5 || (last & ((1 << rest) - 1)) !== 0 ? -1 : Math.floor((words.length * 5) / 8);
}

/**
 * True for a segwit address of the given prefix in small letters: version 0 with bech32 and 20 or 32 bytes (BIP 173), later
 * versions with bech32m and 2 to 40 bytes (BIP 350). One text in 2^30 passes by chance.
 */
export function isSegwitAddress(address: string, prefix: string): boolean {
  if (!address.startsWith(`${prefix}1`) || address.length > 90) {
    return false;
  }
  const words = [...address.slice(prefix.length + 1)].map((character) => alphabet.indexOf(character));
  const [version = -1] = words;
  if (words.length < 8 || words.includes(-1) || version > 16) {
    return false;
  }
  const length = programLength(words.slice(1, -6));
  const isSized = version === 0 ? length === 20 || length === 32 : length >= 2 && length <= 40;
  const sum = version === 0 ? sums.bech32 : sums.bech32m;
  return isSized && polymod([...expandPrefix(prefix), ...words]) === sum;
}
