import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { VaultKeys } from '../../storage/keys.ts';
import { type UnlockFailure, unlockVault } from '../../storage/vault.ts';
import { Problem } from '../../ui/problem/problem.tsx';
import { explainUnlockFailure } from './explain-unlock-failure.ts';
import { VaultCard } from './vault-card.tsx';

/** Counts the seconds down that a refusal asks to wait. */
function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    setLeft(seconds);
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}

/** The screen of a locked vault. */
export function Unlock({ onOpen }: { readonly onOpen: (keys: VaultKeys) => void }): ReactNode {
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<UnlockFailure | null>(null);
  const left = useCountdown(refusal === null || refusal.kind === 'no-vault' ? 0 : refusal.waitSeconds);

  async function open(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    try {
      const outcome = await unlockVault(passphrase);
      if (outcome.ok) {
        onOpen(outcome.value);
      } else {
        setRefusal(outcome.error);
        setPassphrase('');
      }
    } finally {
      setBusy(false);
    }
  }

  return (
    <VaultCard title="The vault is locked">
      <form onSubmit={(event) => void open(event)}>
        <Stack gap="sm">
          <PasswordInput
            label="Passphrase"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            autoComplete="current-password"
            autoFocus
            required
          />
          {refusal !== null && <Problem title="Not opened">{explainUnlockFailure(refusal, left)}</Problem>}
          <Button type="submit" size="sm" loading={busy} disabled={passphrase === '' || left > 0}>
            Unlock
          </Button>
          <Text size="xs" c="dimmed">
            A lost passphrase cannot be recovered by anyone.
          </Text>
        </Stack>
      </form>
    </VaultCard>
  );
}
