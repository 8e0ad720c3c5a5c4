import { Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { maskValue } from '#shared/classify/mask.ts';
import type { ColumnProfile, Script } from '#shared/domain/column-profile.ts';
import { type FieldTypeId, unknownFieldType } from '#shared/domain/field-type-id.ts';
import { counted } from '#shared/lib/counted.ts';
import { labelOf } from '#shared/packs/field-types.ts';

const scripts: Readonly<Record<Exclude<Script, 'Zyyy'>, string>> = {
  Latn: 'Latin',
  Hani: 'Chinese characters',
  Jpan: 'Japanese',
  Kore: 'Korean',
  Cyrl: 'Cyrillic',
  Grek: 'Greek',
  Arab: 'Arabic',
  Hebr: 'Hebrew',
  Deva: 'Devanagari',
  Thai: 'Thai',
};

/** How many forms are shown; the others are rare. */
const formsShown = 4;

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 6 });
}

function countOf(profile: ColumnProfile, isTyped: boolean): string {
  const { filled, valid, masked } = profile;
  const parts = [
    ...(isTyped ? [`${number(valid)} valid`] : []),
    ...(masked > 0 ? [`${number(masked)} hidden in part by the source`] : []),
  ];
  return `${number(filled)}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
}

function lengthsOf({ shortest, longest }: ColumnProfile): string {
  return shortest === longest ? counted(longest, 'byte') : `${number(shortest)} to ${counted(longest, 'byte')}`;
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/** What the language is called, and what says so. */
function nameOf({ code, words, signs }: NonNullable<ColumnProfile['language']>): string {
  return code === 'und'
    ? `undetermined (${number(signs)} of ${counted(words, 'word')} tell)`
    : (languageNames.of(code) ?? code);
}

/** An end of a range is a value of somebody: it is hidden as the grid hides it. */
function endOfRange(value: number, fieldType: FieldTypeId): string {
  const { text, masked } = maskValue(fieldType, String(value));
  return masked ? text : number(value);
}

/** What is told of a column: each line a name and a figure, left out where there is nothing to say. */
function linesOf(profile: ColumnProfile, fieldType: FieldTypeId): readonly (readonly [string, string])[] {
  const { filled, distinct, distinctIsEstimate, range, script, language } = profile;
  return [
    ['Cells with a value', countOf(profile, fieldType !== unknownFieldType)],
    ...(filled === 0
      ? []
      : [
          ['Different values', `${distinctIsEstimate ? '≈ ' : ''}${number(distinct)}`] as const,
          ['Length', lengthsOf(profile)] as const,
        ]),
    ...(range === null
      ? []
      : [['Range', `${endOfRange(range.least, fieldType)} to ${endOfRange(range.greatest, fieldType)}`] as const]),
    ...(script === 'Zyyy' ? [] : [['Writing', scripts[script]] as const]),
    ...(script === 'Zyyy' || language === null ? [] : [['Language', nameOf(language)] as const]),
  ];
}

function Forms({ profile: { shapes, shapesOf, filled } }: { readonly profile: ColumnProfile }): ReactNode {
  const shown = shapes.slice(0, formsShown);
  return (
    <Stack gap={2}>
      <Text size="xs">
        Commonest forms{shapesOf < filled ? `, looked at in ${counted(shapesOf, 'cell')}` : ''} (9 is a digit, A and a
        are letters, 汉 is a Chinese character)
      </Text>
      <Table verticalSpacing={1} horizontalSpacing={4} withRowBorders={false} aria-label="Commonest forms">
        <Table.Tbody>
          {shown.map(({ shape, count }) => (
            <Table.Tr key={shape}>
              <Table.Td ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                {shape}
              </Table.Td>
              <Table.Td ta="right">{((count / shapesOf) * 100).toFixed(1)} %</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

/** What stands inside the texts of a column, by type. */
function Spans({ profile: { spans, spansOf, filled } }: { readonly profile: ColumnProfile }): ReactNode {
  if (spans === null) {
    return null;
  }
  const of = `in ${counted(spansOf, 'cell')}${spansOf < filled ? ` of ${number(filled)}` : ''}`;
  return spans.length === 0 ? (
    <Text size="xs">No phone, address, id or other value was found inside the texts, {of}.</Text>
  ) : (
    <Stack gap={2}>
      <Text size="xs">Found inside the texts, {of}</Text>
      <Table verticalSpacing={1} horizontalSpacing={4} withRowBorders={false} aria-label="Found inside the texts">
        <Table.Tbody>
          {spans.map(({ fieldType, count }) => (
            <Table.Tr key={fieldType}>
              <Table.Td>{labelOf(fieldType)}</Table.Td>
              <Table.Td ta="right">{number(count)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

type ColumnProfileFactsProps = {
  readonly profile: ColumnProfile;
  /** The type that was detected, by which the column was counted. */
  readonly fieldType: FieldTypeId;
};

/** What every row of the table shows of one column: how full it is, how many values, their range, length and forms. */
export function ColumnProfileFacts({ profile, fieldType }: ColumnProfileFactsProps): ReactNode {
  return (
    <Stack gap={4}>
      <Text fw={600} size="sm">
        Over all rows
      </Text>
      <Table verticalSpacing={1} horizontalSpacing={4} withRowBorders={false} aria-label="Figures over all rows">
        <Table.Tbody>
          {linesOf(profile, fieldType).map(([name, figure]) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right">{figure}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {fieldType !== unknownFieldType && (
        <Text size="xs" c="dimmed">
          Counted as “{labelOf(fieldType)}”, the type that was detected.
        </Text>
      )}
      <Spans profile={profile} />
      {profile.shapes.length > 0 && <Forms profile={profile} />}
    </Stack>
  );
}
