import { cleanup } from 'vitest-browser-react';
import { database } from '../../renderer/storage/database.ts';
import type { VaultKeys } from '../../renderer/storage/keys.ts';
import { createVault, lockVault } from '../../renderer/storage/vault.ts';
import { flushAutosaves } from '../../renderer/ui/autosave/use-autosave.ts';

/** The passphrase of every vault in these tests. Made up. */
export const passphrase = 'gravel-lantern-oboe-thistle-92';

/** Begins a profile that has no vault: nothing on screen, nobody's key in memory, empty tables. */
export async function emptyProfile(): Promise<void> {
  await flushAutosaves();
  await cleanup();
  lockVault();
  await Promise.all(database.tables.map((table) => table.clear()));
}

/** Begins a profile with a fresh vault, and leaves it open. */
export async function freshVault(): Promise<VaultKeys> {
  await emptyProfile();
  return createVault(passphrase);
}
