import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { changePassphrase, type UnlockFailure } from '../../storage/vault.ts';
import { useKeysWithin } from '../../ui/keys-within/use-keys-within.ts';
import { Problem } from '../../ui/problem/problem.tsx';
import { explainUnlockFailure } from './explain-unlock-failure.ts';
import { isStrongEnough, usePassphraseStrength } from './passphrase-strength.ts';
import { StrengthMeter } from './strength-meter.tsx';

function OpenForm({ close }: { readonly close: () => void }): ReactNode {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeated, setRepeated] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<UnlockFailure | null>(null);
  const strength = usePassphraseStrength(next);
  const form = useRef<HTMLFormElement>(null);
  useKeysWithin(form, { leave: close });
  const ready = current !== '' && isStrongEnough(strength) && next === repeated;

  async function change(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const outcome = await changePassphrase(current, next).finally(() => setBusy(false));
    setRefusal(outcome.ok ? null : outcome.error);
    if (outcome.ok) {
      close();
      notifications.show({ message: 'The passphrase was changed.' });
    }
  }

  return (
    <form ref={form} onSubmit={(event) => void change(event)}>
      <Stack gap="sm" maw={360}>
        <PasswordInput
          label="Passphrase now"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          autoFocus
        />
        <PasswordInput label="New passphrase" value={next} onChange={(event) => setNext(event.currentTarget.value)} />
        <StrengthMeter strength={strength} />
        <PasswordInput
          label="New passphrase again"
          value={repeated}
          onChange={(event) => setRepeated(event.currentTarget.value)}
          error={repeated !== '' && repeated !== next ? 'The two are not the same yet.' : null}
        />
        {refusal !== null && (
          <Problem title="Not changed">
            {explainUnlockFailure(refusal, refusal.kind === 'no-vault' ? 0 : refusal.waitSeconds)} The old passphrase
            still holds.
          </Problem>
        )}
        <Group>
          <Button type="submit" loading={busy} disabled={!ready}>
            Change passphrase
          </Button>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Changes the vault's passphrase. The data is not encrypted anew: only its key is wrapped under the new words. */
export function ChangePassphrase(): ReactNode {
  const [opened, setOpened] = useState(false);
  return opened ? (
    <OpenForm close={() => setOpened(false)} />
  ) : (
    <Group>
      <Button variant="default" onClick={() => setOpened(true)}>
        Change passphrase…
      </Button>
    </Group>
  );
}
