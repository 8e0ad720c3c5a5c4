import { Button, Group, Paper, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { fieldTypeGroupSchema, fieldTypeGroups } from '#shared/domain/field-type-group.ts';
import {
  longestOwnName,
  longestOwnPattern,
  mostOwnAliases,
  type OwnFieldType,
  type OwnFieldTypeContent,
  ownFieldTypeContentSchema,
  typeIdOf,
} from '#shared/domain/own-field-type.ts';
import { compileWhole } from '#shared/lib/pattern.ts';
import { groupLabelOf, knownTypes } from '#shared/packs/field-types.ts';
import { useKeysWithin } from '../../ui/keys-within/use-keys-within.ts';
import { explainPattern } from './explain-pattern.ts';
import { PatternTrial } from './pattern-trial.tsx';

const emptyContent: OwnFieldTypeContent = { en: '', zh: '', group: 'other', aliases: [], pattern: '' };
const groupChoices = fieldTypeGroups.map((group) => ({ value: group, label: groupLabelOf(group) }));

/** Two types of one name could not be told apart in a list. */
function isTaken(name: string, type: OwnFieldType | null): boolean {
  const wanted = name.trim().toLowerCase();
  const others = knownTypes().filter(({ id }) => type === null || id !== typeIdOf(type));
  return others.some(({ en }) => en.toLowerCase() === wanted);
}

function nameProblem(name: string, type: OwnFieldType | null): string | null {
  if (name.trim() === '') {
    return 'Give the type a name.';
  }
  return isTaken(name, type) ? 'There is a field type of this name already. Choose another name.' : null;
}

function patternProblem(pattern: string): string | null {
  const compiled = pattern === '' ? null : compileWhole(pattern);
  return compiled === null || compiled.ok ? null : explainPattern(compiled.error);
}

type OwnTypeFormProps = {
  /** The type to change; null for a new one. */
  readonly type: OwnFieldType | null;
  readonly keep: (content: OwnFieldTypeContent) => void;
  readonly leave: () => void;
};

/** Writes down a field type: its names, its group, and what a value of it looks like. */
export function OwnTypeForm({ type, keep, leave }: OwnTypeFormProps): ReactNode {
  const [content, setContent] = useState(type?.content ?? emptyContent);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<OwnFieldTypeContent>): void => setContent((before) => ({ ...before, ...part }));
  const wrongName = nameProblem(content.en, type);
  const wrongPattern = patternProblem(content.pattern);

  function finish(): void {
    setTried(true);
    const parsed = ownFieldTypeContentSchema.safeParse(content);
    if (wrongName === null && wrongPattern === null && parsed.success) {
      keep(parsed.data);
    }
  }
  useKeysWithin(form, { finish, leave });

  return (
    <Paper
      withBorder
      p="md"
      component="form"
      ref={form}
      noValidate
      aria-label={type === null ? 'A new field type' : `The field type ${type.content.en}`}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        finish();
      }}
    >
      <Stack gap="sm">
        <Group grow align="flex-start">
          <TextInput
            label="Name"
            value={content.en}
            maxLength={longestOwnName}
            onChange={(event) => change({ en: event.currentTarget.value })}
            error={tried ? wrongName : null}
            autoFocus
          />
          <TextInput
            label="Name in Chinese"
            value={content.zh}
            maxLength={longestOwnName}
            onChange={(event) => change({ zh: event.currentTarget.value })}
          />
        </Group>
        <Select
          label="Group"
          data={groupChoices}
          value={content.group}
          allowDeselect={false}
          onChange={(group) => change({ group: fieldTypeGroupSchema.parse(group) })}
        />
        <TagsInput
          label="Other names of such columns"
          description="Both names above count as well. Enter adds one; case, blanks and signs make no difference."
          value={[...content.aliases]}
          maxTags={mostOwnAliases}
          onChange={(aliases) => change({ aliases: aliases.map((alias) => alias.slice(0, longestOwnName)) })}
        />
        <TextInput
          label="Pattern of a whole value"
          description="A regular expression (RE2 syntax), such as EMP-\d{6}. Without one, only the column's name tells, and every value counts as valid."
          value={content.pattern}
          maxLength={longestOwnPattern}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          onChange={(event) => change({ pattern: event.currentTarget.value })}
          error={wrongPattern}
        />
        <PatternTrial pattern={content.pattern} />
        <Group>
          <Button type="submit" size="sm">
            Keep
          </Button>
          <Button variant="default" size="sm" onClick={leave}>
            Cancel
          </Button>
          <Text size="xs" c="dimmed">
            Samples that are imported from now on are looked at for it; in others choose it under “Holds”.
          </Text>
        </Group>
      </Stack>
    </Paper>
  );
}
