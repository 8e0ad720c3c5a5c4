import { Stack, Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { fieldTypeIdSchema } from '#shared/domain/field-type-id.ts';
import { figuresRestOn } from '#shared/expose/basis.ts';
import { exposureOf } from '#shared/expose/exposure.ts';
import { exposureLayers } from '#shared/expose/series.ts';
import { drawRowChart } from '../../ui/chart/row-chart.tsx';
import { ChartDocument } from '../../ui/chart-document/chart-document.tsx';
import { ContextPanel } from '../../ui/frame/context-panel.tsx';
import { fieldFacts, fieldsChart } from './fields-chart.ts';
import type { ExposurePartProps } from './part.ts';

/** What a sample exposes, by field type: rows with a value, rows with a valid one, different values. */
export function FieldsPart({ of, sample, claims, openRows }: ExposurePartProps): ReactNode {
  const rows = useMemo(() => exposureOf([sample], claims), [sample, claims]);
  const chart = useMemo(() => fieldsChart(rows), [rows]);
  const open = (fieldType: string, layer: string): void => {
    const known = exposureLayers.find((name) => name === layer);
    if (known !== undefined) {
      openRows(sample.id, fieldTypeIdSchema.parse(fieldType), known);
    }
  };
  const facts = fieldFacts({ of, sample, claims, rows, open });
  return (
    <Stack gap="md">
      <Text size="sm">{figuresRestOn(sample)} Press a bar, or a figure in the table, to see the rows behind it.</Text>
      {chart.groups.length === 0 && (
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
          <Text size="sm">“Claimed” is what the seller says. It is never added to what the sample shows.</Text>
        </Stack>
      </ContextPanel>
    </Stack>
  );
}
