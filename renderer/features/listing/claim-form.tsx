import { Button, Group, NumberInput, Paper, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { type ClaimContent, type ClaimKind, claimContentSchema, claimKindLabels } from '#shared/domain/claim.ts';
import { knownTypes } from '#shared/packs/field-types.ts';
import { useKeysWithin } from '../../ui/keys-within/use-keys-within.ts';

/** What the form holds while it is filled in; what a kind does not use is left out when it is kept. */
type Fields = {
  readonly text: string;
  readonly count?: number | null;
  readonly amount?: number | null;
  readonly currency?: string | null;
  readonly date?: string | null;
  readonly country?: string | null;
  readonly status?: string;
  readonly fieldType?: string;
};

const empty: Fields = {
  text: '',
  count: null,
  amount: null,
  currency: null,
  date: null,
  country: null,
  status: 'alleged',
};
const statusChoices = ['alleged', 'confirmed', 'denied'];

type ExtraProps = { readonly kind: ClaimKind; readonly fields: Fields; readonly change: (change: Fields) => void };

function numberOrNull(value: number | string): number | null {
  return typeof value === 'number' ? value : null;
}

/** The fields that a machine needs beside the text, by kind. */
function ExtraFields({ kind, fields, change }: ExtraProps): ReactNode {
  switch (kind) {
    case 'record-count':
      return (
        <NumberInput
          label="Number of records"
          value={fields.count ?? ''}
          min={0}
          allowDecimal={false}
          thousandSeparator=" "
          onChange={(value) => change({ ...fields, count: numberOrNull(value) })}
        />
      );
    case 'price':
      return (
        <Group grow>
          <NumberInput
            label="Amount"
            value={fields.amount ?? ''}
            min={0}
            onChange={(value) => change({ ...fields, amount: numberOrNull(value) })}
          />
          <TextInput
            label="Currency"
            placeholder="USD, BTC…"
            value={fields.currency ?? ''}
            onChange={(event) => change({ ...fields, currency: event.currentTarget.value.toUpperCase() || null })}
          />
        </Group>
      );
    case 'date':
      return (
        <TextInput
          type="date"
          label="Date"
          value={fields.date ?? ''}
          onChange={(event) => change({ ...fields, date: event.currentTarget.value || null })}
        />
      );
    case 'country':
      return (
        <TextInput
          label="Country code (ISO 3166)"
          maxLength={2}
          placeholder="CN"
          value={fields.country ?? ''}
          onChange={(event) => change({ ...fields, country: event.currentTarget.value.toUpperCase() || null })}
        />
      );
    case 'status':
      return (
        <Select
          label="Status"
          data={statusChoices}
          value={fields.status ?? 'alleged'}
          allowDeselect={false}
          onChange={(status) => change({ ...fields, status: status ?? 'alleged' })}
        />
      );
    case 'field':
      return (
        <Select
          label="Field type"
          data={knownTypes().map(({ id, en, zh }) => ({ value: String(id), label: zh === '' ? en : `${en} · ${zh}` }))}
          value={fields.fieldType ?? null}
          searchable
          onChange={(fieldType) => change(fieldType === null ? fields : { ...fields, fieldType })}
        />
      );
    default:
      return null;
  }
}

type ClaimFormProps = {
  readonly kind: ClaimKind;
  readonly content: ClaimContent | null;
  readonly keep: (content: ClaimContent) => void;
  readonly cancel: () => void;
};

/** Writes or changes one claim by hand. What is not complete yet cannot be kept. */
export function ClaimForm({ kind, content, keep, cancel }: ClaimFormProps): ReactNode {
  const [fields, setFields] = useState<Fields>({ ...empty, ...content });
  const form = useRef<HTMLFormElement>(null);
  useKeysWithin(form, { leave: cancel });
  const parsed = claimContentSchema.safeParse({ ...fields, kind, text: fields.text.trim() });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (parsed.success) {
      keep(parsed.data);
    }
  }

  return (
    <Paper withBorder p="sm" component="form" onSubmit={submit} ref={form}>
      <Stack gap="xs">
        <TextInput
          label={claimKindLabels[kind]}
          value={fields.text}
          onChange={(event) => setFields({ ...fields, text: event.currentTarget.value })}
          autoFocus
        />
        <ExtraFields kind={kind} fields={fields} change={setFields} />
        <Group gap={6}>
          <Button type="submit" size="compact-sm" disabled={!parsed.success}>
            Keep
          </Button>
          <Button variant="default" size="compact-sm" onClick={cancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
