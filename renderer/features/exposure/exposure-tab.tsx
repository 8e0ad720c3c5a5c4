import { EmptyState, Select, Stack, Text } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import { type FieldTypeId, fieldTypeIdSchema } from '#shared/domain/field-type-id.ts';
import type { SampleId } from '#shared/domain/sample.ts';
import { figuresRestOn } from '#shared/expose/basis.ts';
import { exposureOf } from '#shared/expose/exposure.ts';
import { type ExposureLayer, exposureLayers, exposureSeries } from '#shared/expose/series.ts';
import { claimsOf } from '../../storage/listings.ts';
import { useStored } from '../../storage/live.ts';
import { samplesOf } from '../../storage/samples.ts';
import { BarChart, type BarLayer } from '../../ui/bar-chart/bar-chart.tsx';
import { ContextPanel } from '../../ui/frame/context-panel.tsx';
import { ExposureTable } from './exposure-table.tsx';

/** Colours that stay apart for the colour-blind (Okabe and Ito), with a pattern each. */
const looks: Readonly<Record<ExposureLayer, Pick<BarLayer, 'color' | 'pattern'>>> = {
  filled: { color: '#7a8a99', pattern: 'solid' },
  valid: { color: '#0072b2', pattern: 'stripes' },
  distinct: { color: '#b35900', pattern: 'dots' },
};

/** Opens the rows behind a figure. */
export type OpenRows = (sampleId: SampleId, fieldType: FieldTypeId, layer: ExposureLayer) => void;

type ExposureTabProps = { readonly caseId: CaseId; readonly openRows: OpenRows };

/** What a sample exposes, by field type: rows with a value, rows with a valid one, different values. */
export function ExposureTab({ caseId, openRows }: ExposureTabProps): ReactNode {
  const samples = useStored(() => samplesOf(caseId), [caseId]);
  const claims = useStored(() => claimsOf(caseId), [caseId]);
  const [chosen, setChosen] = useState<string | null>(null);
  const sample = samples?.find(({ id }) => id === chosen) ?? samples?.at(-1);
  const rows = useMemo(
    () => (sample === undefined || claims === undefined ? [] : exposureOf([sample], claims)),
    [sample, claims],
  );
  const series = useMemo(() => exposureSeries(rows.filter(({ filled }) => filled > 0)), [rows]);
  if (samples === undefined || claims === undefined) {
    return null;
  }
  if (sample === undefined) {
    return (
      <EmptyState
        mt={40}
        icon={<IconChartBar aria-hidden />}
        title="Nothing to show yet"
        description="Exposure is counted from a sample. Import one under Samples; the figures stand here at once."
      />
    );
  }
  const first = series[0]?.bars ?? [];
  const categories = first.map(({ fieldType, label }, index) => ({
    key: String(fieldType),
    label,
    values: Object.fromEntries(series.map(({ layer, bars }) => [layer, bars[index]?.value ?? 0])),
  }));
  const layers = series.map(({ layer, label }) => ({ key: layer, label, ...looks[layer] }));
  const open = (fieldType: string, layer: string): void => {
    const known = exposureLayers.find((name) => name === layer);
    if (known !== undefined) {
      openRows(sample.id, fieldTypeIdSchema.parse(fieldType), known);
    }
  };
  return (
    <Stack gap="md">
      {samples.length > 1 && (
        <Select
          label="Sample"
          maw={420}
          data={samples.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={sample.id}
          allowDeselect={false}
          onChange={setChosen}
        />
      )}
      <Text size="sm">{figuresRestOn(sample)} Press a bar, or a figure in the table, to see the rows behind it.</Text>
      {categories.length === 0 ? (
        <Text>No column of this sample has a known type. Open the sample and say what its columns hold.</Text>
      ) : (
        <BarChart
          label={`Exposed records by field type in ${sample.name}`}
          layers={layers}
          categories={categories}
          onBar={open}
        />
      )}
      <ExposureTable rows={rows} open={open} />
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
