import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  type OptionsFilter,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { type LawFacts, type StartEvent, startEvents } from '#shared/domain/law.ts';
import { operatorWords, roleWords, startEventWords } from '#shared/expose/law-words.ts';
import { sectorWords } from '#shared/expose/sector-words.ts';
import { countryCodes, countryName, isCountryCalled } from '#shared/packs/countries.ts';
import { regimes } from '#shared/packs/regimes.ts';
import { useKeysWithin } from '../../ui/keys-within/use-keys-within.ts';
import {
  areFacts,
  factsFrom,
  fieldsOf,
  type LawFieldProblems,
  type LawFields,
  type LawFormStart,
  withZone,
} from './law-form-state.ts';

const options = (words: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const countries = countryCodes.map((value) => ({ value, label: countryName(value) }));
/** A country is found by any of its names. */
const called: OptionsFilter = ({ options: all, search }) =>
  all.filter((option) => 'value' in option && isCountryCalled(String(option.value), search));
const currencies = [...new Set(regimes.flatMap(({ fines }) => fines.map(({ currency }) => currency)))].toSorted();
const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC'];

type FieldsProps = {
  readonly fields: LawFields;
  readonly problems: LawFieldProblems | null;
  readonly change: (change: Partial<LawFields>) => void;
};

type VictimFieldsProps = FieldsProps & { readonly first: RefObject<HTMLInputElement | null> };

function VictimFields({ fields, problems, change, first }: VictimFieldsProps): ReactNode {
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
      <MultiSelect
        ref={first}
        openOnFocus={false}
        label="Victim’s countries"
        description="Empty: as the seller claims"
        data={countries}
        filter={called}
        searchable
        value={[...fields.victimCountries]}
        onChange={(victimCountries) => change({ victimCountries })}
      />
      <MultiSelect
        label="People’s countries"
        description="Empty: as the data shows"
        data={countries}
        filter={called}
        searchable
        value={[...fields.peopleCountries]}
        onChange={(peopleCountries) => change({ peopleCountries })}
      />
      <Select
        label="Sector of the victim"
        data={options(sectorWords)}
        clearable
        value={fields.sector}
        onChange={(sector) => change({ sector })}
      />
      <Select
        label="Role of the victim"
        data={options(roleWords)}
        clearable
        value={fields.role}
        onChange={(role) => change({ role })}
      />
      <Select
        label="Kind of operator"
        data={options(operatorWords)}
        allowDeselect={false}
        value={fields.operator}
        onChange={(operator) => operator !== null && change({ operator })}
      />
      <Group gap="xs" align="start" wrap="nowrap">
        <TextInput
          label="Annual turnover"
          inputMode="numeric"
          value={fields.turnover}
          error={problems?.turnover}
          onChange={({ currentTarget }) => change({ turnover: currentTarget.value })}
        />
        <Select
          label="Currency"
          w={110}
          data={currencies}
          clearable
          value={fields.currency}
          onChange={(currency) => change({ currency })}
        />
      </Group>
      <Checkbox
        label="Files reports with the US SEC"
        checked={fields.isRegistrant}
        onChange={({ currentTarget }) => change({ isRegistrant: currentTarget.checked })}
      />
    </SimpleGrid>
  );
}

type MomentFieldsProps = FieldsProps & {
  readonly machineZone: string;
  readonly changeZone: (zone: string | null) => void;
};

function MomentFields({ fields, problems, machineZone, change, changeZone }: MomentFieldsProps): ReactNode {
  const set = (event: StartEvent, text: string): void => change({ moments: { ...fields.moments, [event]: text } });
  return (
    <Stack gap="xs">
      <Select
        label="Time zone of the client"
        description={`Days are counted and times are shown in it; times that you type are read in it. Empty: that of this machine, ${machineZone}`}
        maw={560}
        data={zones}
        limit={120}
        searchable
        clearable
        value={fields.zone}
        onChange={changeZone}
      />
      <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
        {startEvents.map((event) => (
          <TextInput
            key={event}
            type="datetime-local"
            label={startEventWords[event]}
            value={fields.moments[event]}
            error={problems?.moments.has(event) === true ? 'Write date and time.' : null}
            onChange={({ currentTarget }) => set(event, currentTarget.value)}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

type LawFormProps = LawFormStart & {
  readonly keep: (facts: LawFacts) => void;
  readonly cancel: () => void;
};

/** What laws ask for, to be set by the analyst. Ctrl+Enter keeps it, Esc leaves. */
export function LawForm({ facts, machineZone, keep, cancel }: LawFormProps): ReactNode {
  // What is kept is what was there when the form was opened, whatever is undone meanwhile.
  const [start] = useState({ facts, machineZone });
  const [fields, setFields] = useState(() => fieldsOf(start));
  const [problems, setProblems] = useState<LawFieldProblems | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  function finish(): void {
    const read = factsFrom(fields, start);
    if (areFacts(read)) {
      keep(read);
    } else {
      setProblems(read);
    }
  }
  useKeysWithin(form, { finish, leave: cancel });
  const shared: FieldsProps = {
    ...{ fields, problems },
    change: (change) => setFields((before) => ({ ...before, ...change })),
  };

  return (
    <form
      ref={form}
      noValidate
      aria-label="Facts for the law"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        finish();
      }}
    >
      <Stack gap="md" maw={860}>
        <VictimFields {...shared} first={first} />
        <MomentFields
          {...shared}
          machineZone={machineZone}
          changeZone={(zone) => setFields((before) => withZone(before, zone, start))}
        />
        <Text size="xs" c="dimmed">
          A clock counts only from a moment that stands here. Your own message to the victim may be what makes it aware.
        </Text>
        <Group gap="xs">
          <Button type="submit">Keep facts</Button>
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
