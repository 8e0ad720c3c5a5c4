import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Sha256, sha256Schema } from '#shared/domain/evidence.ts';

/** The SHA-256 of a text's UTF-8 bytes, and how many they are. */
export function digestOf(text: string): { sha256: Sha256; byteLength: number } {
  const bytes = utf8ToBytes(text);
  return { sha256: sha256Schema.parse(bytesToHex(sha256(bytes))), byteLength: bytes.byteLength };
}
