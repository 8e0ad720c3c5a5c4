import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Instant } from '#shared/domain/instant.ts';
import { momentFrom, momentText } from '#shared/expose/local-moments.ts';
import { useKeysWithin } from '../../ui/keys-within/use-keys-within.ts';

type DoneFormProps = {
  /** What the form is called: the time limit and its law. */
  readonly label: string;
  readonly zone: string;
  /** When the duty was done, as far as that is known. */
  readonly met: Instant | null;
  /** Whether it was set in this form, so that it can be taken back in it. */
  readonly isSetHere: boolean;
  readonly keep: (met: Instant | null) => void;
  readonly cancel: () => void;
};

/** Takes when the duty of one time limit was done. Ctrl+Enter keeps it, Esc leaves. */
export function DoneForm({ label, zone, met, isSetHere, keep, cancel }: DoneFormProps): ReactNode {
  const kept = met ?? undefined;
  const [text, setText] = useState(() => momentText(kept, zone));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const moment = momentFrom(text, zone, kept);

  function finish(): void {
    setTried(true);
    if (moment !== null) {
      keep(moment);
    }
  }
  useKeysWithin(form, { finish, leave: cancel });

  return (
    <form
      ref={form}
      noValidate
      aria-label={label}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        finish();
      }}
    >
      <Stack gap="xs" maw={420}>
        <TextInput
          ref={field}
          type="datetime-local"
          label={`Done at, in ${zone}`}
          description="As the victim told you, or as the receipt says."
          value={text}
          error={tried && moment === null ? 'Write date and time.' : null}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit">Keep</Button>
          {isSetHere && (
            <Button variant="default" onClick={() => keep(null)}>
              Not done
            </Button>
          )}
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
