import { Button, Group, Select, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import {
  confidenceWords,
  credibilityWords,
  likelihoodWords,
  reliabilityWords,
  statusWords,
} from '#shared/domain/assessment-words.ts';
import { type Assessment, assessmentSchema } from '#shared/domain/verdict.ts';
import { useKeysWithin } from '../../ui/keys-within/use-keys-within.ts';

type Field = Exclude<keyof Assessment, 'reasons'>;

const withKey = (words: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label: `${value} · ${label}` }));
const plain = (words: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const fields: readonly { readonly name: Field; readonly label: string; readonly data: ReturnType<typeof plain> }[] = [
  { name: 'status', label: 'Status', data: plain(statusWords) },
  { name: 'reliability', label: 'Reliability of the source', data: withKey(reliabilityWords) },
  { name: 'credibility', label: 'Credibility of the data', data: withKey(credibilityWords) },
  { name: 'likelihood', label: 'Likelihood that it is authentic', data: plain(likelihoodWords) },
  { name: 'confidence', label: 'Confidence', data: plain(confidenceWords) },
];

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

type DecisionFormProps = {
  /** What the fields begin with: the last decision, else the proposal. */
  readonly from: Assessment;
  /** Reasons that were given for the last decision. */
  readonly reasons: readonly string[];
  readonly keep: (decision: Assessment) => void;
  readonly cancel: () => void;
};

/** The analyst's decision on a leak. It needs a reason of the analyst's own. Ctrl+Enter keeps it, Esc leaves. */
export function DecisionForm({ from, reasons, keep, cancel }: DecisionFormProps): ReactNode {
  const [chosen, setChosen] = useState<Readonly<Record<Field, string>>>(from);
  const [why, setWhy] = useState(reasons.join('\n'));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  // The fields begin with the proposal; what it cannot have is the analyst's reason.
  useEffect(() => field.current?.focus(), []);
  const given = linesOf(why);

  function finish(): void {
    setTried(true);
    if (given.length > 0) {
      keep(assessmentSchema.parse({ ...chosen, reasons: given }));
    }
  }
  useKeysWithin(form, { finish, leave: cancel });

  return (
    <form
      ref={form}
      noValidate
      aria-label="Your decision"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        finish();
      }}
    >
      <Stack gap="xs">
        <SimpleGrid cols={3} spacing="xs" verticalSpacing={4}>
          {fields.map(({ name, label, data }) => (
            <Select
              key={name}
              label={label}
              size="xs"
              data={data}
              value={chosen[name]}
              allowDeselect={false}
              onChange={(value) => value !== null && setChosen({ ...chosen, [name]: value })}
            />
          ))}
        </SimpleGrid>
        <Textarea
          ref={field}
          label="Why"
          description="One reason a line. The history keeps them, so write no value of the sample here."
          required
          autosize
          minRows={2}
          maxRows={5}
          value={why}
          error={tried && given.length === 0 ? 'Give at least one reason of your own.' : null}
          onChange={({ currentTarget }) => setWhy(currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit">Keep decision</Button>
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
