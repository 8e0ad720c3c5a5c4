import { Badge, Button, Group, Select, Text } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseId } from '#shared/domain/case.ts';
import { fieldTypeIdSchema } from '#shared/domain/field-type-id.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { exposureLayers } from '#shared/expose/series.ts';
import { ImportPanel } from '../features/import/import-panel.tsx';
import { useImport } from '../features/import/imports.ts';
import { PurgeRows } from '../features/sample/purge-rows.tsx';
import { PurgedSample } from '../features/sample/purged-sample.tsx';
import { SampleGrid } from '../features/sample/sample-grid.tsx';
import { SeenBefore } from '../features/sample/seen-before.tsx';
import type { RowView } from '../platform/sample-worker.ts';
import { evidenceById } from '../storage/evidence.ts';
import { useStored } from '../storage/live.ts';
import { samplesOf } from '../storage/samples.ts';

function viewOf(type: string | null, layer: string | null, searchId: string | null): RowView {
  if (searchId !== null) {
    return { kind: 'search', searchId };
  }
  const fieldType = fieldTypeIdSchema.safeParse(type);
  const known = exposureLayers.find((name) => name === layer);
  return fieldType.success && known !== undefined
    ? { kind: 'behind-bar', fieldType: fieldType.data, layer: known }
    : { kind: 'all' };
}

function SampleName({ sample }: { readonly sample: Sample }): ReactNode {
  const evidence = useStored(() => evidenceById(sample.evidenceId), [sample.evidenceId]);
  return (
    <Group gap="xs" wrap="nowrap">
      <Text fw={600}>{sample.name}</Text>
      {evidence?.bundled === true && (
        <Badge color="gray" variant="filled" tt="none">
          synthetic
        </Badge>
      )}
    </Group>
  );
}

/** The samples of a case: take one in, choose one, see its rows. */
export function SamplesTab({ caseId }: { readonly caseId: CaseId }): ReactNode {
  const samples = useStored(() => samplesOf(caseId), [caseId]);
  const running = useImport(caseId).kind === 'running';
  const [adding, setAdding] = useState(false);
  const [search, setSearch] = useSearchParams();
  const type = search.get('type');
  const layer = search.get('layer');
  const searchId = search.get('found');
  const view = useMemo(() => viewOf(type, layer, searchId), [type, layer, searchId]);
  if (samples === undefined) {
    return null;
  }
  const chosen = samples.find(({ id }) => id === search.get('sample')) ?? samples.at(-1);
  const choose = (id: string): void => setSearch({ sample: id });
  return (
    <>
      <ImportPanel caseId={caseId} offering={samples.length === 0 || adding} />
      {chosen !== undefined && (
        <>
          <Group justify="space-between" mb={4}>
            {samples.length === 1 ? (
              <SampleName sample={chosen} />
            ) : (
              <Select
                aria-label="Sample"
                data={samples.map(({ id, name, rows }) => ({
                  value: String(id),
                  label: `${name} (${rows.toLocaleString('en')} rows)`,
                }))}
                value={chosen.id}
                allowDeselect={false}
                w={420}
                onChange={(id) => id !== null && choose(id)}
              />
            )}
            {!running && (
              <Button variant="default" onClick={() => setAdding(!adding)}>
                {adding ? 'Close import' : 'Import another'}
              </Button>
            )}
          </Group>
          <Group gap="xs" mb={4}>
            <SeenBefore sample={chosen} />
            {chosen.purgedAt === null && <PurgeRows key={chosen.id} sample={chosen} />}
          </Group>
          {chosen.purgedAt === null ? (
            <SampleGrid
              key={`${chosen.id}|${type}|${layer}|${searchId}`}
              sample={chosen}
              view={view}
              showAll={() => choose(chosen.id)}
            />
          ) : (
            <PurgedSample sample={chosen} />
          )}
        </>
      )}
    </>
  );
}
