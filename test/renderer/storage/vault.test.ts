import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { allCases, createCase } from '../../../renderer/storage/cases.ts';
import { changePassphrase, createVault, lockVault, unlockVault, vaultExists } from '../../../renderer/storage/vault.ts';
import { emptyProfile, freshVault, passphrase } from '../open-vault.ts';
import { rawRowsOf, readableInDatabase } from '../raw-database.ts';

const title = 'Alleged leak of a made-up shop';

/** Moves the clock on. Only the dates move: timers, and with them the database, run as ever. */
function pass(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000);
}

describe('a new profile', () => {
  beforeEach(emptyProfile);

  it('has no vault, and says so instead of opening', async () => {
    expect(await vaultExists()).toBe(false);
    expect(await unlockVault(passphrase)).toEqual({ ok: false, error: { kind: 'no-vault' } });
  });

  it('keeps nothing before it has a vault', async () => {
    await expect(createCase(title)).rejects.toThrow('The vault is locked.');
    expect(await rawRowsOf('cases')).toEqual([]);
    expect(await rawRowsOf('auditEvents')).toEqual([]);
  });

  it('never replaces a vault by another one', async () => {
    await createVault(passphrase);
    const [before] = await rawRowsOf('vault');
    await expect(createVault('another-passphrase-of-somebody')).rejects.toThrow();
    expect(await rawRowsOf('vault')).toEqual([before]);
  });
});

describe('a locked vault', () => {
  beforeEach(async () => {
    await freshVault();
    await createCase(title);
    lockVault();
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows and takes in nothing', async () => {
    await expect(allCases()).rejects.toThrow('The vault is locked.');
    await expect(createCase('Another')).rejects.toThrow('The vault is locked.');
  });

  it('opens with its passphrase, however its letters are composed', async () => {
    expect((await unlockVault(passphrase)).ok).toBe(true);
    expect((await allCases()).map((found) => found.title)).toEqual([title]);
    expect((await changePassphrase(passphrase, 'caf\u00e9 lantern thistle oboe')).ok).toBe(true);
    lockVault();
    expect((await unlockVault('cafe\u0301 lantern thistle oboe')).ok).toBe(true);
  });

  it('makes each wrong try from the third on wait twice as long, until the right one', async () => {
    const waits: number[] = [];
    for (let tries = 0; tries < 5; tries += 1) {
      const outcome = await unlockVault('not the passphrase');
      expect(outcome).toMatchObject({ ok: false, error: { kind: 'wrong-passphrase' } });
      const wait = outcome.ok || outcome.error.kind === 'no-vault' ? Number.NaN : outcome.error.waitSeconds;
      waits.push(wait);
      pass(wait);
    }
    expect(waits).toEqual([0, 0, 2, 4, 8]);
    expect((await unlockVault(passphrase)).ok).toBe(true);
    lockVault();
    expect(await unlockVault('wrong again')).toEqual({
      ok: false,
      error: { kind: 'wrong-passphrase', waitSeconds: 0 },
    });
  });

  it('refuses even the right passphrase until the wait is over', async () => {
    for (let tries = 0; tries < 3; tries += 1) {
      await unlockVault('not the passphrase');
    }
    expect(await unlockVault(passphrase)).toEqual({ ok: false, error: { kind: 'too-soon', waitSeconds: 2 } });
    pass(1);
    expect(await unlockVault(passphrase)).toEqual({ ok: false, error: { kind: 'too-soon', waitSeconds: 1 } });
    pass(1);
    expect((await unlockVault(passphrase)).ok).toBe(true);
  });

  it('never waits longer than five minutes', async () => {
    for (let tries = 0; tries < 12; tries += 1) {
      await unlockVault('not the passphrase');
      pass(300);
    }
    expect(await unlockVault('not the passphrase')).toMatchObject({ error: { waitSeconds: 300 } });
  });
});

describe('a change of passphrase', () => {
  beforeEach(freshVault);

  it('keeps every record readable, under the new words only', async () => {
    await createCase(title);
    const [sealed] = await rawRowsOf('cases');
    expect((await changePassphrase(passphrase, 'a-new-set-of-words')).ok).toBe(true);
    expect(await rawRowsOf('cases')).toEqual([sealed]);
    lockVault();
    expect((await unlockVault(passphrase)).ok).toBe(false);
    expect((await unlockVault('a-new-set-of-words')).ok).toBe(true);
    expect((await allCases()).map((found) => found.title)).toEqual([title]);
  });

  it('is refused without the old words, keeps the lock as it was, and counts as a wrong try', async () => {
    const [before] = await rawRowsOf('vault');
    expect(await changePassphrase('not the passphrase', 'a-new-set-of-words')).toMatchObject({
      ...{ ok: false, error: { kind: 'wrong-passphrase' } },
    });
    const [after] = await rawRowsOf('vault');
    expect(after?.['wrappedKey']).toEqual(before?.['wrappedKey']);
    expect([before?.['failedTries'], after?.['failedTries']]).toEqual([0, 1]);
    lockVault();
    expect((await unlockVault(passphrase)).ok).toBe(true);
  });

  it('writes neither passphrase down', async () => {
    await changePassphrase(passphrase, 'a-new-set-of-words');
    expect(await readableInDatabase([passphrase, 'a-new-set-of-words'])).toEqual([]);
  });
});
