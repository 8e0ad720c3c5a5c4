import { Badge, Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { SetSeverityInput } from '#shared/annotate/severity-input.ts';
import { type SeverityInputId, severityInputIds } from '#shared/domain/severity.ts';
import type { ProposedInput } from '#shared/expose/proposed-input.ts';
import { severityInputLabels, severityValueWords } from '#shared/expose/severity-words.ts';
import type { CaseSeverity } from '../../storage/case-severity.ts';
import { useReturnedFocus } from '../../ui/returned-focus/use-returned-focus.ts';
import classes from './severity.module.css';
import { SeverityInputForm } from './severity-input-form.tsx';

function figuresOf({ figures }: ProposedInput): string {
  return figures
    .map(({ label, rows, of }) => `${label}: ${rows.toLocaleString('en')} of ${of.toLocaleString('en')} rows`)
    .join(' · ');
}

function Why({ input, found }: { readonly input: SeverityInputId; readonly found: CaseSeverity }): ReactNode {
  const proposed = found.proposal.inputs[input];
  const override = found.consequence.severity.find((candidate) => candidate.input === input);
  const figures = figuresOf(proposed);
  return (
    <>
      {override !== undefined && (
        <Text size="sm">
          <b>Your reason:</b> {override.reason}
        </Text>
      )}
      <ul className={classes['reasons']} aria-label={`Why ${severityInputLabels[input]} is proposed so`}>
        {proposed.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {figures !== '' && (
        <Text size="xs" c="dimmed">
          {figures}
        </Text>
      )}
    </>
  );
}

function Value({ input, found }: { readonly input: SeverityInputId; readonly found: CaseSeverity }): ReactNode {
  const proposed = found.proposal.inputs[input].value;
  const override = found.consequence.severity.find((candidate) => candidate.input === input);
  if (override === undefined) {
    return <Text size="sm">{severityValueWords(input, proposed)}</Text>;
  }
  return (
    <>
      <Text size="sm" fw={600}>
        {severityValueWords(input, override.value)}
      </Text>
      <Group gap={6}>
        <Badge size="sm" variant="filled" color="petrol" tt="none">
          set by you
        </Badge>
        <Text size="xs" c="dimmed">
          proposed: {proposed}
        </Text>
      </Group>
      {override.proposed !== proposed && (
        <Text size="xs">The proposal was {override.proposed} when you set this. Does it still hold?</Text>
      )}
    </>
  );
}

type InputRowProps = {
  readonly input: SeverityInputId;
  readonly found: CaseSeverity;
  readonly set: (command: SetSeverityInput) => void;
  readonly isChanging: boolean;
  readonly setChanging: (isChanging: boolean) => void;
};

function InputRow({ input, found, set, isChanging, setChanging }: InputRowProps): ReactNode {
  const opener = useReturnedFocus(isChanging);
  if (isChanging) {
    return (
      <Table.Tr>
        <Table.Th scope="row">{severityInputLabels[input]}</Table.Th>
        <Table.Td colSpan={3}>
          <SeverityInputForm
            input={input}
            proposed={found.proposal.inputs[input].value}
            override={found.consequence.severity.find((candidate) => candidate.input === input)}
            cancel={() => setChanging(false)}
            keep={(to) => {
              set({ input, to });
              setChanging(false);
            }}
          />
        </Table.Td>
      </Table.Tr>
    );
  }
  return (
    <Table.Tr>
      <Table.Th scope="row">{severityInputLabels[input]}</Table.Th>
      <Table.Td>
        <Value input={input} found={found} />
      </Table.Td>
      <Table.Td>
        <Why input={input} found={found} />
      </Table.Td>
      <Table.Td>
        <Button
          ref={opener}
          variant="default"
          size="compact-sm"
          aria-label={`Change ${severityInputLabels[input]}`}
          onClick={() => setChanging(true)}
        >
          Change…
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

type SeverityInputsProps = { readonly found: CaseSeverity; readonly set: (command: SetSeverityInput) => void };

/** Every input of the severity: its value, why it is proposed, and the way to change it. */
export function SeverityInputs({ found, set }: SeverityInputsProps): ReactNode {
  const [changing, setChanging] = useState<SeverityInputId | null>(null);
  return (
    <Table verticalSpacing={4} aria-label="Inputs of the severity">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={150}>Input</Table.Th>
          <Table.Th w={230}>Value</Table.Th>
          <Table.Th>Why</Table.Th>
          <Table.Th w={100}>
            <VisuallyHidden>Change</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {severityInputIds.map((input) => (
          <InputRow
            key={input}
            {...{ input, found, set }}
            isChanging={input === changing}
            setChanging={(isChanging) => setChanging(isChanging ? input : null)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}
