import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { VaultKeys } from '../../storage/keys.ts';
import { type UnlockFailure, unlockVault } from '../../storage/vault.ts';
import { Problem } from '../../ui/problem/problem.tsx';
import { VaultCard } from './vault-card.tsx';

function explain(failure: UnlockFailure, waitSeconds: number): string {
  const wait = waitSeconds > 0 ? ` You can try again in ${waitSeconds} s.` : ' Try again.';
  switch (failure.kind) {
    case 'wrong-passphrase':
      return `That is not the passphrase of this vault. Nothing was changed.${wait}`;
    case 'too-soon':
      return `Too many wrong tries. Nothing was changed.${wait}`;
    case 'no-vault':
      return 'This profile holds no vault any more. Restart Leakdesk to make one.';
    default:
      return assertNever(failure);
  }
}

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
    const outcome = await unlockVault(passphrase);
    if (outcome.ok) {
      onOpen(outcome.value);
    } else {
      setRefusal(outcome.error);
      setPassphrase('');
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
          {refusal !== null && <Problem title="Not opened">{explain(refusal, left)}</Problem>}
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
