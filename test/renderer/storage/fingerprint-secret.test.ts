import { beforeEach, describe, expect, it } from 'vitest';
import type { VaultKeys } from '../../../renderer/storage/keys.ts';
import { changePassphrase, lockVault, unlockVault } from '../../../renderer/storage/vault.ts';
import { freshVault, passphrase } from '../open-vault.ts';
import { rawRows } from '../raw-database.ts';
import { latin1Of } from '../search-bytes.ts';

let keys: VaultKeys;

beforeEach(async () => {
  keys = await freshVault();
});

async function unlocked(words: string): Promise<VaultKeys> {
  const opened = await unlockVault(words);
  if (!opened.ok) {
    throw new Error(`The vault did not open: ${opened.error.kind}`);
  }
  return opened.value;
}

describe('the secret under which values are hashed', () => {
  it('is the same at every opening, under a new passphrase too', async () => {
    lockVault();
    expect((await unlocked(passphrase)).fingerprintSecret).toEqual(keys.fingerprintSecret);
    const next = 'another-made-up-passphrase-17';
    await changePassphrase(passphrase, next);
    lockVault();
    expect((await unlocked(next)).fingerprintSecret).toEqual(keys.fingerprintSecret);
  });

  it('is of the vault alone, no other key, and nowhere in the database', async () => {
    expect(keys.fingerprintSecret).toHaveLength(32);
    expect(keys.fingerprintSecret).not.toEqual(keys.recordKey);
    const secret = latin1Of(keys.fingerprintSecret);
    for (const { row } of await rawRows()) {
      for (const value of Object.values(row)) {
        expect(value instanceof Uint8Array && latin1Of(value).includes(secret)).toBe(false);
      }
    }
    const other = await freshVault();
    expect(other.fingerprintSecret).not.toEqual(keys.fingerprintSecret);
  });
});
