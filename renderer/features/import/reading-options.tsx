import { Group, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Dialect, Encoding, FormatId } from '#shared/domain/dialect.ts';
import { dialectSchema, encodingSchema, formatIdSchema } from '#shared/domain/dialect.ts';
import { encodingLabels, openChoices } from '#shared/parse/describe-dialect.ts';
import type { Examination } from '#shared/parse/examine-file.ts';
import { formatChoices } from '#shared/parse/formats.ts';
import { SeparatorField } from './separator-field.tsx';
import classes from './wizard.module.css';

type ReadingOptionsProps = {
  readonly examination: Pick<Examination, 'dialect' | 'encodings' | 'formats' | 'members'>;
  /** Changes what is decided. */
  readonly decide: (change: Partial<Dialect>) => void;
  /** Begins anew with only this decided: what was chosen before belonged to another format or file. */
  readonly restart: (change: Partial<Dialect>) => void;
};

function encodingChoices(
  candidates: readonly Encoding[],
): { group: string; items: { value: string; label: string }[] }[] {
  const item = (encoding: Encoding): { value: string; label: string } => ({
    value: encoding,
    label: encodingLabels[encoding],
  });
  const others = encodingSchema.options.filter((encoding) => !candidates.includes(encoding));
  return [
    { group: 'Likely', items: candidates.map(item) },
    { group: 'Others', items: others.map(item) },
  ];
}

const quotes = [
  { value: '"', label: 'double quotes' },
  { value: "'", label: 'apostrophes' },
  { value: '', label: 'none' },
];

const headers = [
  { value: 'yes', label: 'first record' },
  { value: 'no', label: 'none' },
];
/** The guess for each sheet of a workbook by itself. */
const bySheet = { value: 'each', label: 'by sheet' };

/** The formats that the beginning of the file fits, apart from those that it does not seem to be. */
function choicesOfFormats(
  fitting: readonly FormatId[],
): { group: string; items: { value: string; label: string }[] }[] {
  const items = (isFitting: boolean): { value: string; label: string }[] =>
    formatChoices
      .filter(({ id }) => fitting.includes(id) === isFitting)
      .map(({ id, label }) => ({ value: String(id), label }));
  return [
    { group: 'Fit the file', items: items(true) },
    { group: 'Others', items: items(false) },
  ].filter((group) => group.items.length > 0);
}

/** The list may be wider than the field, so that no choice is cut. */
const wideList = { width: 'max-content', position: 'bottom-start' } as const;

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** How the file is read. Every change is shown at once. */
export function ReadingOptions({ examination, decide, restart }: ReadingOptionsProps): ReactNode {
  const { dialect, encodings, formats, members } = examination;
  const open = openChoices(dialect.format);
  // A separator or a quote is chosen for this format: the guess must not leave it because of that.
  const decideWithin = (change: Partial<Dialect>): void =>
    decide({ format: dialect.format, member: dialect.member, ...change });
  return (
    <Group gap={8} align="end" role="group" aria-label="How the file is read">
      {members.length > 1 && (
        <Select
          size="xs"
          label="File in the archive"
          data={members.map(({ path, byteLength }) => ({ value: path, label: `${path} (${megabytes(byteLength)})` }))}
          value={dialect.member}
          allowDeselect={false}
          searchable
          w={300}
          onChange={(member) => restart({ member })}
        />
      )}
      <Select
        size="xs"
        label="Format"
        data={choicesOfFormats(formats)}
        value={dialect.format}
        allowDeselect={false}
        comboboxProps={wideList}
        className={classes['wide'] ?? ''}
        onChange={(value) => restart({ format: formatIdSchema.parse(value), member: dialect.member })}
      />
      {open.encoding && (
        <Select
          size="xs"
          label="Encoding"
          data={encodingChoices(encodings)}
          value={dialect.encoding}
          allowDeselect={false}
          searchable
          comboboxProps={wideList}
          className={classes['wide'] ?? ''}
          onChange={(value) => decide({ encoding: encodingSchema.parse(value) })}
        />
      )}
      {open.separator && (
        <SeparatorField
          key={dialect.format}
          value={dialect.separator}
          choose={(separator) => decideWithin({ separator })}
        />
      )}
      {open.quote && (
        <Select
          size="xs"
          label="Quotes"
          data={quotes}
          value={dialect.quote}
          allowDeselect={false}
          w={122}
          onChange={(value) => decideWithin({ quote: dialectSchema.unwrap().shape.quote.parse(value) })}
        />
      )}
      {open.header && (
        <Select
          size="xs"
          label="Header"
          data={dialect.format === 'xlsx' ? [bySheet, ...headers] : headers}
          value={dialect.headerByTable ? bySheet.value : dialect.hasHeader ? 'yes' : 'no'}
          allowDeselect={false}
          w={112}
          onChange={(value) =>
            value === bySheet.value
              ? restart({ format: dialect.format, member: dialect.member })
              : decideWithin({ hasHeader: value === 'yes' })
          }
        />
      )}
      {open.shortRows && (
        <Select
          size="xs"
          label="Short rows"
          data={[
            { value: 'reject', label: 'reject' },
            { value: 'fill', label: 'fill up' },
          ]}
          value={dialect.shortRows}
          allowDeselect={false}
          w={92}
          onChange={(value) => decideWithin({ shortRows: value === 'fill' ? 'fill' : 'reject' })}
        />
      )}
    </Group>
  );
}
