import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { decodeBase58Check } from '../base58.ts';
import { isSegwitAddress } from '../bech32.ts';
import { defineDetector, reading } from '../detector.ts';
import { keepEnds } from '../masks.ts';

function holdsVersion(address: string, versions: readonly number[]): boolean {
  const content = decodeBase58Check(address);
  return content !== null && content.length === 21 && versions.includes(content[0] ?? -1);
}

function readBitcoin(value: string): string | null {
  if (value.length < 14 || value.length > 90) {
    return null;
  }
  if (/^(?:bc1[\da-z]+|BC1[\dA-Z]+)$/.test(value)) {
    const small = value.toLowerCase();
    return isSegwitAddress(small, 'bc') ? small : null;
  }
  return /^[13]/.test(value) && value.length <= 35 && holdsVersion(value, [0x00, 0x05]) ? value : null;
}

/** Bitcoin addresses: base58check of versions 0 and 5, bech32 and bech32m (pack, validator `btc`). Chance: 1 in 2^30. */
export const btcAddress = defineDetector({
  fieldType: 'btc-address',
  chance: 1e-9,
  standsAlone: () => true,
  ...reading(readBitcoin),
  mask: (value) => keepEnds(value, 4, 4),
  maskedForm: /^(?:[13]|bc1)[\dA-Za-z]{1,8}[*＊●•]{2,50}[\dA-Za-z]{2,8}$/,
  maskedFormIsCommon: true,
});

/** True if the capitals of a hexadecimal address are those of EIP-55: where the nibble of its Keccak-256 is 8 or more. */
function hasChecksumCase(hex: string): boolean {
  const digest = bytesToHex(keccak_256(utf8ToBytes(hex.toLowerCase())));
  for (let i = 0; i < hex.length; i++) {
    const code = hex.charCodeAt(i);
    const isCapital = Number.parseInt(digest.charAt(i), 16) >= 8;
    if (code > 57 && code < 97 !== isCapital) {
      return false;
    }
  }
  return true;
}

function readEthereum(value: string): string | null {
  if (value.length !== 42 || !/^0[xX][\da-fA-F]{40}$/.test(value)) {
    return null;
  }
  const hex = value.slice(2);
  const isMixed = /[a-f]/.test(hex) && /[A-F]/.test(hex);
  return !isMixed || hasChecksumCase(hex) ? `0x${hex.toLowerCase()}` : null;
}

/**
 * Ethereum addresses: 0x and 40 hexadecimal digits; mixed case must be that of EIP-55 (pack, validator `eth`). Chance: random
 * letters of both cases are never hexadecimal forty times.
 */
export const ethAddress = defineDetector({
  fieldType: 'eth-address',
  chance: 0.00001,
  standsAlone: () => true,
  ...reading(readEthereum),
  mask: (value) => keepEnds(value, 6, 4),
  maskedForm: /^0x[\da-fA-F]{2,10}[*＊●•]{2,38}[\da-fA-F]{2,8}$/,
  maskedFormIsCommon: true,
});

/** Tron addresses: base58check of 21 bytes, the first 0x41 (pack, validator `tron`). Chance: 1 in 2^32. */
export const tronAddress = defineDetector({
  fieldType: 'tron-address',
  chance: 1e-9,
  standsAlone: () => true,
  accepts: (value) => value.length === 34 && value.startsWith('T') && holdsVersion(value, [0x41]),
  mask: (value) => keepEnds(value, 4, 4),
  maskedForm: /^T[\dA-Za-z]{1,8}[*＊●•]{2,30}[\dA-Za-z]{2,8}$/,
  maskedFormIsCommon: true,
});
