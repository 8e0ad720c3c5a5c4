import { Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { SampleId } from '#shared/domain/sample.ts';
import { labelOf } from '#shared/packs/field-types.ts';
import { type MaskedSpan, sampleWorker } from '../../platform/sample-worker.ts';
import { MaskedValue } from '../../ui/masked-value/masked-value.tsx';

/** So many values of one text are listed. */
const shownSpans = 12;

type CellSpansProps = { readonly sampleId: SampleId; readonly row: number; readonly column: number };

/** What stands inside the text of a cell, masked: to see that without revealing the text. */
export function CellSpans({ sampleId, row, column }: CellSpansProps): ReactNode {
  const name = `${sampleId}|${row}|${column}`;
  const [read, setRead] = useState<{ readonly of: string; readonly spans: readonly MaskedSpan[] } | null>(null);
  useEffect(() => {
    let wanted = true;
    const keep = (spans: readonly MaskedSpan[]): void => {
      if (wanted) {
        setRead({ of: name, spans });
      }
    };
    // The text can still be revealed where its spans cannot be read.
    sampleWorker()
      .readSpans(sampleId, row, column)
      .then(keep, () => keep([]));
    return () => {
      wanted = false;
    };
  }, [sampleId, row, column, name]);
  if (read?.of !== name || read.spans.length === 0) {
    return null;
  }
  const more = read.spans.length - shownSpans;
  return (
    <Stack gap={2}>
      <Text size="sm">Inside the text:</Text>
      {read.spans.slice(0, shownSpans).map(({ at, fieldType, cell }) => (
        <Group key={at} gap={6}>
          <Text size="sm">{labelOf(fieldType)}</Text>
          <MaskedValue text={cell.text} disclosure={cell.masked ? 'masked' : 'ordinary'} />
        </Group>
      ))}
      {more > 0 && <Text size="sm">and {more.toLocaleString('en')} more</Text>}
    </Stack>
  );
}
