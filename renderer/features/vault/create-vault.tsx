import { Button, List, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { VaultKeys } from '../../storage/keys.ts';
import { createVault } from '../../storage/vault.ts';
import { Problem } from '../../ui/problem/problem.tsx';
import { isStrongEnough, usePassphraseStrength } from './passphrase-strength.ts';
import { StrengthMeter } from './strength-meter.tsx';
import { VaultCard } from './vault-card.tsx';

/** The first screen of a new profile: choose a passphrase, make the vault. */
export function CreateVault({ onOpen }: { readonly onOpen: (keys: VaultKeys) => void }): ReactNode {
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const strength = usePassphraseStrength(passphrase);
  const weak = !isStrongEnough(strength);
  const differs = repeated !== '' && repeated !== passphrase;

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      onOpen(await createVault(passphrase));
    } catch (cause) {
      setProblem(String(cause));
      setBusy(false);
    }
  }

  return (
    <VaultCard title="Create your vault">
      <List size="sm" spacing={4}>
        <List.Item>Everything you take in is encrypted on this machine under one passphrase.</List.Item>
        <List.Item>Nobody can reset it. If it is lost, so is the vault.</List.Item>
        <List.Item>A few unrelated words are stronger than a short tangle of signs.</List.Item>
      </List>
      <form onSubmit={(event) => void make(event)}>
        <Stack gap="sm">
          <PasswordInput
            label="Passphrase"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            autoComplete="new-password"
            data-autofocus
            autoFocus
            required
          />
          <StrengthMeter strength={strength} />
          <PasswordInput
            label="Passphrase again"
            value={repeated}
            onChange={(event) => setRepeated(event.currentTarget.value)}
            error={differs ? 'The two are not the same yet.' : null}
            autoComplete="new-password"
            required
          />
          {problem !== null && <Problem title="The vault was not made">{problem} Nothing was written.</Problem>}
          <Button type="submit" size="sm" loading={busy} disabled={weak || repeated !== passphrase}>
            Create vault
          </Button>
        </Stack>
      </form>
    </VaultCard>
  );
}
