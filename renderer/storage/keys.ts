import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { argon2id } from 'hash-wasm';
import type { VaultRow } from './database.ts';

const keyLength = 32;
const nonceLength = 24;
const wrapPurpose = utf8ToBytes('leakdesk vault v1');

/**
 * The keys of an open vault: one for small records, a non-extractable one for the blocks of samples, and the secret under
 * which values are hashed for fingerprints.
 */
export type VaultKeys = {
  readonly recordKey: Uint8Array;
  readonly blockKey: CryptoKey;
  readonly fingerprintSecret: Uint8Array;
};

/** Argon2id (RFC 9106) at 64 MiB, 3 passes: about half a second on the measured machine. */
export function newKdf(): VaultRow['kdf'] {
  return { algorithm: 'argon2id', memoryKiB: 65_536, iterations: 3, parallelism: 1, salt: randomBytes(16) };
}

async function keyEncryptionKey(passphrase: string, kdf: VaultRow['kdf']): Promise<Uint8Array> {
  return argon2id({
    password: passphrase.normalize('NFC'),
    salt: kdf.salt,
    memorySize: kdf.memoryKiB,
    iterations: kdf.iterations,
    parallelism: kdf.parallelism,
    hashLength: keyLength,
    outputType: 'binary',
  });
}

/** A fresh random data key. */
export function newDataKey(): Uint8Array {
  return randomBytes(keyLength);
}

/** Encrypts the data key under the passphrase (XChaCha20-Poly1305): nonce, then ciphertext and tag. */
export async function wrapDataKey(dataKey: Uint8Array, passphrase: string, kdf: VaultRow['kdf']): Promise<Uint8Array> {
  const kek = await keyEncryptionKey(passphrase, kdf);
  const nonce = randomBytes(nonceLength);
  const wrapped = xchacha20poly1305(kek, nonce, wrapPurpose).encrypt(dataKey);
  kek.fill(0);
  return concatBytes(nonce, wrapped);
}

/** The data key, or null when the passphrase is not the one it was wrapped under. */
export async function unwrapDataKey(vault: VaultRow, passphrase: string): Promise<Uint8Array | null> {
  const kek = await keyEncryptionKey(passphrase, vault.kdf);
  const nonce = vault.wrappedKey.subarray(0, nonceLength);
  try {
    return xchacha20poly1305(kek, nonce, wrapPurpose).decrypt(vault.wrappedKey.subarray(nonceLength));
  } catch {
    return null;
  } finally {
    kek.fill(0);
  }
}

function subkey(dataKey: Uint8Array, purpose: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hkdf(sha256, dataKey, undefined, utf8ToBytes(`leakdesk ${purpose} v1`), keyLength));
}

/** Derives the working keys from the data key (HKDF, RFC 5869), and wipes the data key. */
export async function deriveKeys(dataKey: Uint8Array): Promise<VaultKeys> {
  const raw = subkey(dataKey, 'blocks');
  const blockKey = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const recordKey = subkey(dataKey, 'records');
  const fingerprintSecret = subkey(dataKey, 'fingerprints');
  raw.fill(0);
  dataKey.fill(0);
  return { recordKey, blockKey, fingerprintSecret };
}
