import { Stack, Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { fieldTypeIdSchema } from '#shared/domain/field-type-id.ts';
import { figuresRestOn } from '#shared/expose/basis.ts';
import { claimedSize } from '#shared/expose/claimed-size.ts';
import { exposureOf } from '#shared/expose/exposure.ts';
import { behindLayer } from '#shared/expose/series.ts';
import { drawRowChart } from '../../ui/chart/row-chart.tsx';
import { ChartDocument } from '../../ui/chart-document/chart-document.tsx';
import { ContextPanel } from '../../ui/frame/context-panel.tsx';
import { BaselineTable } from './baseline-table.tsx';
import { fieldFacts } from './field-facts.ts';
import { fieldsChart } from './fields-chart.ts';
import type { ExposurePartProps } from './part.ts';

/** What a sample exposes, by field type: rows with a value, rows with a valid one, different values. */
export function FieldsPart({ of, sample, claims, openRows }: ExposurePartProps): ReactNode {
  const rows = useMemo(() => exposureOf([sample], claims), [sample, claims]);
  const size = useMemo(() => claimedSize(claims), [claims]);
  const chart = useMemo(() => fieldsChart(rows, size?.records ?? null), [rows, size]);
  const open = (fieldType: string, layer: string): void => {
    const known = behindLayer(layer);
    if (known !== null) {
      openRows(sample.id, fieldTypeIdSchema.parse(fieldType), known);
    }
  };
  const facts = fieldFacts({ of, sample, claims, rows, size, open });
  return (
    <Stack gap="md">
      <Text size="sm">{figuresRestOn(sample)} Press a bar, or a figure in the table, to see the rows behind it.</Text>
      {rows.every(({ filled }) => filled === 0) && (
        <Text>No column of this sample has a known type. Open the sample and say what its columns hold.</Text>
      )}
      {rows.length > 0 && (
        <ChartDocument
          facts={facts}
          draw={(paper) => drawRowChart(chart, paper)}
          open={open}
          tableLabel="Exposure by field type"
          isTableOpen
        />
      )}
      <ContextPanel>
        <Stack gap="xs">
          <Text fw={600} size="sm">
            How to read this
          </Text>
          <Text size="sm">
            <b>Rows with a value</b>: the field is not blank. <b>Rows with a valid value</b>: it passes the type's
            check, such as a check digit; a type without a check counts every value. <b>Different values</b>: how many
            there are once spellings are made equal.
          </Text>
          <Text size="sm">
            A <b>diamond</b> is what the seller claims, a <b>bar</b> what was counted in the sample, a <b>range</b>{' '}
            where the count would lie if the claimed size were true and the sample a random part of it. Each has its own
            scale; none is added to another.
          </Text>
          <Text size="sm">
            A seller's sample is not a random one. The range is wide where the sample is small, and says nothing of what
            the seller left out.
          </Text>
          <BaselineTable rows={rows} />
        </Stack>
      </ContextPanel>
    </Stack>
  );
}
