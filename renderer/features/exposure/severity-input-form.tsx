import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { SeverityOverride } from '#shared/domain/consequence.ts';
import { type SeverityInputId, severityValues } from '#shared/domain/severity.ts';
import { severityInputLabels, severityValueWords } from '#shared/expose/severity-words.ts';
import { useKeysWithin } from '../../ui/keys-within/use-keys-within.ts';

type SeverityInputFormProps = {
  readonly input: SeverityInputId;
  readonly proposed: number;
  readonly override: SeverityOverride | undefined;
  readonly keep: (to: SeverityOverride | null) => void;
  readonly cancel: () => void;
};

/** Sets an input against its proposal, with a reason. Ctrl+Enter keeps it, Esc leaves. */
export function SeverityInputForm({ input, proposed, override, keep, cancel }: SeverityInputFormProps): ReactNode {
  const [value, setValue] = useState(override?.value ?? proposed);
  const [why, setWhy] = useState(override?.reason ?? '');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const reason = why.trim();

  function finish(): void {
    setTried(true);
    if (reason !== '') {
      keep({ input, value, proposed, reason });
    }
  }
  useKeysWithin(form, { finish, leave: cancel });

  return (
    <form
      ref={form}
      noValidate
      aria-label={`Change: ${severityInputLabels[input]}`}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        finish();
      }}
    >
      <Stack gap="xs" maw={560}>
        <Select
          ref={field}
          label="Value"
          data={severityValues[input].map((one) => ({ value: String(one), label: severityValueWords(input, one) }))}
          value={String(value)}
          allowDeselect={false}
          onChange={(chosen) => chosen !== null && setValue(Number(chosen))}
        />
        <Textarea
          label="Why"
          description="The history keeps it, so write no value of the sample here."
          required
          autosize
          minRows={2}
          maxRows={5}
          maxLength={1000}
          value={why}
          error={tried && reason === '' ? 'Give a reason of your own.' : null}
          onChange={({ currentTarget }) => setWhy(currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit">Keep change</Button>
          {override !== undefined && (
            <Button variant="default" onClick={() => keep(null)}>
              Back to the proposal
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
