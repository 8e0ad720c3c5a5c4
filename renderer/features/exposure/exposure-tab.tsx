import { EmptyState, Select, Stack, Tabs } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseId } from '#shared/domain/case.ts';
import { isCounted } from '#shared/domain/sample.ts';
import { readPreferences, rememberPreferences } from '../../platform/preferences.ts';
import { caseOf } from '../../storage/cases.ts';
import { claimsOf } from '../../storage/listings.ts';
import { useStored } from '../../storage/live.ts';
import { samplesOf } from '../../storage/samples.ts';
import { BeingCounted } from './being-counted.tsx';
import type { ExposurePart, ExposurePartProps, MayLeave, OpenCombination, OpenPersons, OpenRows } from './part.ts';
import { exposureParts } from './parts.ts';

/** Which part is in sight: the one that the address names (`?part=law`), else the one last chosen in any case. */
function useChosenPart(): readonly [ExposurePart, (id: string) => void] {
  const [search, setSearch] = useSearchParams();
  const id = search.get('part') ?? readPreferences().exposurePart;
  const part = exposureParts.find((one) => one.id === id) ?? exposureParts[0];
  return [
    part,
    (next) => {
      rememberPreferences({ exposurePart: next });
      setSearch({ part: next }, { replace: true });
    },
  ];
}

function Parts(props: ExposurePartProps): ReactNode {
  const [{ id, Part }, choose] = useChosenPart();
  return (
    <Tabs value={id} onChange={(next) => next !== null && choose(next)} keepMounted={false}>
      <Tabs.List aria-label="Parts of the exposure" mb="md">
        {exposureParts.map(({ id: value, label }) => (
          <Tabs.Tab key={value} value={value}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel key={id} value={id}>
        <Part {...props} />
      </Tabs.Panel>
    </Tabs>
  );
}

type ExposureTabProps = {
  readonly caseId: CaseId;
  readonly openRows: OpenRows;
  readonly openCombination: OpenCombination;
  readonly openPersons: OpenPersons;
  readonly mayLeave: MayLeave;
};

/** What a case exposes: the sample whose figures are shown, and the parts, one in sight at a time. */
export function ExposureTab({ caseId, ...ways }: ExposureTabProps): ReactNode {
  const of = useStored(() => caseOf(caseId), [caseId]);
  const samples = useStored(() => samplesOf(caseId), [caseId]);
  const claims = useStored(() => claimsOf(caseId), [caseId]);
  const [chosen, setChosen] = useState<string | null>(null);
  const sample = samples?.find(({ id }) => id === chosen) ?? samples?.at(-1);
  if (of === undefined || samples === undefined || claims === undefined) {
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
      {samples
        .filter((one) => !isCounted(one))
        .map((one) => (
          <BeingCounted key={one.id} sample={one} />
        ))}
      {isCounted(sample) && <Parts of={of} samples={samples} sample={sample} claims={claims} {...ways} />}
    </Stack>
  );
}
