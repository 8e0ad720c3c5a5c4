import { err, ok, type Result } from '#shared/lib/result.ts';
import { recordEvent } from './audit-events.ts';
import { now } from './clock-and-ids.ts';
import { database, refuseLaterVersion } from './database.ts';
import { deriveKeys, newDataKey, newKdf, unwrapDataKey, type VaultKeys, wrapDataKey } from './keys.ts';
import { closeSeal, openSeal } from './sealed-table.ts';

/** Why a vault did not open. `waitSeconds`: how long before the next try counts. */
export type UnlockFailure =
  | { readonly kind: 'wrong-passphrase'; readonly waitSeconds: number }
  | { readonly kind: 'too-soon'; readonly waitSeconds: number }
  | { readonly kind: 'no-vault' };

const freeTries = 3;
const longestWaitSeconds = 300;

function waitAfter(failedTries: number): number {
  return failedTries < freeTries ? 0 : Math.min(2 ** (failedTries - freeTries + 1), longestWaitSeconds);
}

/** Whether this profile holds a vault already. Throws for the vault of a later Leakdesk. */
export async function vaultExists(): Promise<boolean> {
  await refuseLaterVersion();
  return (await database.vault.count()) > 0;
}

/** Makes the vault of this profile and opens it. Throws when there is one already: a vault is never overwritten. */
export async function createVault(passphrase: string): Promise<VaultKeys> {
  const kdf = newKdf();
  const dataKey = newDataKey();
  const wrappedKey = await wrapDataKey(dataKey, passphrase, kdf);
  const keys = await deriveKeys(dataKey);
  openSeal(keys.recordKey);
  const createdAt = now();
  await database.transaction('rw', [database.vault, database.sealedRows('auditEvents')], async () => {
    await database.vault.add({
      id: 'vault',
      version: 1,
      kdf,
      wrappedKey,
      createdAt,
      failedTries: 0,
      lastFailedAt: null,
    });
    await recordEvent(null, { kind: 'vault-created' });
  });
  return keys;
}

/** The data key, for the right passphrase. A wrong one is counted, and from the third on each costs a growing wait. */
async function dataKeyFor(passphrase: string): Promise<Result<Uint8Array, UnlockFailure>> {
  const vault = await database.vault.get('vault');
  if (vault === undefined) {
    return err({ kind: 'no-vault' });
  }
  // A clock that was set back must not make the wait longer.
  const since = vault.lastFailedAt === null ? 0 : Math.max(0, Date.now() - Date.parse(vault.lastFailedAt));
  const waitSeconds = Math.ceil(waitAfter(vault.failedTries) - since / 1000);
  if (waitSeconds > 0) {
    return err({ kind: 'too-soon', waitSeconds });
  }
  const dataKey = await unwrapDataKey(vault, passphrase);
  if (dataKey === null) {
    const failedTries = vault.failedTries + 1;
    await database.vault.update('vault', { failedTries, lastFailedAt: now() });
    return err({ kind: 'wrong-passphrase', waitSeconds: waitAfter(failedTries) });
  }
  await database.vault.update('vault', { failedTries: 0, lastFailedAt: null });
  return ok(dataKey);
}

/** Opens the vault. */
export async function unlockVault(passphrase: string): Promise<Result<VaultKeys, UnlockFailure>> {
  const dataKey = await dataKeyFor(passphrase);
  if (!dataKey.ok) {
    return dataKey;
  }
  const keys = await deriveKeys(dataKey.value);
  openSeal(keys.recordKey);
  return ok(keys);
}

/** Wraps the data key under a new passphrase; nothing else is encrypted anew. */
export async function changePassphrase(current: string, next: string): Promise<Result<null, UnlockFailure>> {
  const dataKey = await dataKeyFor(current);
  if (!dataKey.ok) {
    return dataKey;
  }
  const kdf = newKdf();
  const wrappedKey = await wrapDataKey(dataKey.value, next, kdf);
  dataKey.value.fill(0);
  await database.transaction('rw', [database.vault, database.sealedRows('auditEvents')], async () => {
    await database.vault.update('vault', { kdf, wrappedKey });
    await recordEvent(null, { kind: 'passphrase-changed' });
  });
  return ok(null);
}

/** Forgets the key. The caller then reloads the page, so that nothing decrypted stays in memory. */
export function lockVault(): void {
  closeSeal();
}
