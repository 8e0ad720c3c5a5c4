import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SetColumnType } from '#shared/annotate/column-type.ts';
import type { ColumnProfile } from '#shared/domain/column-profile.ts';
import { unknownFieldType } from '#shared/domain/field-type-id.ts';
import { storedRows } from '#shared/expose/basis.ts';
import { labelOf } from '#shared/packs/field-types.ts';
import { describeDialect } from '#shared/parse/describe-dialect.ts';
import { columnName } from '../../storage/samples.ts';
import { MaskedValue } from '../../ui/masked-value/masked-value.tsx';
import { CellSpans } from './cell-spans.tsx';
import { ColumnProfileFacts } from './column-profile-facts.tsx';
import { DetectionFacts } from './detection-facts.tsx';
import { TypeSelect } from './type-select.tsx';
import { useForesight } from './use-column-types.ts';
import type { ReadableSample } from './use-sample.ts';

type CellFactsProps = {
  readonly readable: ReadableSample;
  readonly column: number;
  readonly row: number | null;
  /** The selected cell in clear, once it was revealed. */
  readonly shown: string | undefined;
  /** Counts the times the analyst asked to change the type by key. */
  readonly typing: number;
  readonly reveal: (row: number, column: number) => void;
  readonly setType: (command: SetColumnType) => void;
};

/** True where values were found inside the texts of the column. */
function hasSpans(profile: ColumnProfile | undefined): boolean {
  return (profile?.spans ?? []).length > 0;
}

/** What is known of the selected column and cell, and what can be done with them. */
export function CellFacts({ readable, column, row, shown, typing, reveal, setType }: CellFactsProps): ReactNode {
  const { sample, types } = readable;
  const foresee = useForesight(readable);
  const found = sample.columns[column];
  const type = types[column] ?? unknownFieldType;
  if (found === undefined) {
    return null;
  }
  return (
    <Stack gap="md">
      <Stack gap="xs">
        <Text fw={600} size="sm">
          Column “{columnName(sample, column)}”
        </Text>
        <TypeSelect
          type={type}
          likely={[found.detection.fieldType, ...(found.detection.runnerUp === null ? [] : [found.detection.runnerUp])]}
          typing={typing}
          choose={(to) => setType({ column, to })}
          foresee={(types) => foresee(types.map((to) => ({ column, to })))}
        />
        {found.detection.fieldType !== type && (
          <Text size="xs">You set this. Detected: {labelOf(found.detection.fieldType)}.</Text>
        )}
      </Stack>
      <Stack gap="xs">
        <Text fw={600} size="sm">
          Cell
        </Text>
        {row === null ? (
          <Text size="sm" c="dimmed">
            Select a cell to reveal it. Each reveal is written to the history.
          </Text>
        ) : (
          <>
            <Text size="sm">Row {(row + 1).toLocaleString('en')}</Text>
            {shown === undefined ? (
              <Button variant="default" onClick={() => reveal(row, column)}>
                Reveal value (logged)
              </Button>
            ) : (
              <div style={{ overflowWrap: 'anywhere' }}>
                <MaskedValue text={shown} disclosure="revealed" />
              </div>
            )}
            {hasSpans(found.profile) && <CellSpans sampleId={sample.id} row={row} column={column} />}
          </>
        )}
      </Stack>
      {found.profile !== undefined && (
        <ColumnProfileFacts profile={found.profile} fieldType={found.detection.fieldType} />
      )}
      <DetectionFacts detection={found.detection} />
      <Stack gap={4}>
        <Text fw={600} size="sm">
          Read as
        </Text>
        {describeDialect(sample.dialect, sample.table).map(([name, value]) => (
          <Text key={name} size="sm">
            {name}: {value}
          </Text>
        ))}
        {sample.basis.kind === 'profiled' && <Text size="sm">Stored: {storedRows(sample)}</Text>}
        {sample.reasons.map((reason) => (
          <Text key={reason} size="xs" c="dimmed">
            {reason}
          </Text>
        ))}
      </Stack>
    </Stack>
  );
}
