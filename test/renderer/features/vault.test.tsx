import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { CreateVault } from '../../../renderer/features/vault/create-vault.tsx';
import { Unlock } from '../../../renderer/features/vault/unlock.tsx';
import type { VaultKeys } from '../../../renderer/storage/keys.ts';
import { lockVault, vaultExists } from '../../../renderer/storage/vault.ts';
import { emptyProfile, freshVault, passphrase } from '../open-vault.ts';
import { axeFindings, show } from '../show.tsx';

let opened: VaultKeys[] = [];
const onOpen = (keys: VaultKeys): void => void opened.push(keys);
const field = page.getByRole('textbox', { name: 'Passphrase', exact: true });
const again = page.getByRole('textbox', { name: 'Passphrase again' });

beforeEach(() => {
  opened = [];
});

describe('the first screen', () => {
  const create = page.getByRole('button', { name: 'Create vault' });

  beforeEach(async () => {
    await emptyProfile();
    await show(<CreateVault onOpen={onOpen} />);
  });

  it('says how strong a passphrase is while it is typed', async () => {
    await expect.element(page.getByText('Strength: type a passphrase')).toBeVisible();
    await field.fill('password1');
    await expect.element(page.getByText(/Strength: far too easy to guess/)).toBeVisible();
    await field.fill(passphrase);
    await expect.element(page.getByText(/Strength: very hard to guess/)).toBeVisible();
    expect(await axeFindings()).toEqual([]);
  });

  it('makes no vault under a weak one', async () => {
    await field.fill('password1');
    await again.fill('password1');
    await expect.element(create).toBeDisabled();
  });

  it('makes no vault while the two differ', async () => {
    await field.fill(passphrase);
    await again.fill(`${passphrase}x`);
    await expect.element(page.getByText('The two are not the same yet.')).toBeVisible();
    await expect.element(create).toBeDisabled();
  });

  it('makes the vault and opens it', async () => {
    await field.fill(passphrase);
    await again.fill(passphrase);
    await create.click();
    await expect.poll(() => opened.length).toBe(1);
    expect(await vaultExists()).toBe(true);
  });
});

describe('the screen of a locked vault', () => {
  const unlock = page.getByRole('button', { name: 'Unlock' });

  beforeEach(async () => {
    await freshVault();
    lockVault();
    await show(<Unlock onOpen={onOpen} />);
  });

  it('opens with the passphrase', async () => {
    await field.fill(passphrase);
    await unlock.click();
    await expect.poll(() => opened.length).toBe(1);
  });

  it('says that a passphrase is wrong, empties the field, and lets the analyst try again', async () => {
    await field.fill('not the passphrase');
    await unlock.click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('That is not the passphrase of this vault');
    await expect.element(field).toHaveValue('');
    expect(opened).toEqual([]);
  });

  it('counts the seconds down that it waits after the third wrong one', async () => {
    for (let tries = 0; tries < 3; tries += 1) {
      await field.fill('not the passphrase');
      await unlock.click();
      await expect.element(field).toHaveValue('');
    }
    await field.fill(passphrase);
    await expect.element(page.getByRole('alert')).toHaveTextContent(/try again in [12] s/);
    await expect.element(unlock).toBeDisabled();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Nothing was changed. Try again.');
    await expect.element(unlock).toBeEnabled();
    await unlock.click();
    await expect.poll(() => opened.length).toBe(1);
  });
});
