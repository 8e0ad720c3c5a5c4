import { Select, Stack, Tabs } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseId } from '#shared/domain/case.ts';
import { isCounted, type Sample } from '#shared/domain/sample.ts';
import { readPreferences, rememberPreferences } from '../../platform/preferences.ts';
import { caseOf } from '../../storage/cases.ts';
import { claimsOf } from '../../storage/listings.ts';
import { useStored } from '../../storage/live.ts';
import { samplesOf } from '../../storage/samples.ts';
import { BeingCounted } from './being-counted.tsx';
import type { CasePartProps, ExposurePart } from './part.ts';
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

type SampleChoiceProps = {
  readonly samples: readonly Sample[];
  readonly sample: Sample;
  readonly choose: (id: string) => void;
};

function SampleChoice({ samples, sample, choose }: SampleChoiceProps): ReactNode {
  return (
    <Select
      label="Sample"
      maw={420}
      data={samples.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={sample.id}
      allowDeselect={false}
      onChange={(id) => id !== null && choose(id)}
    />
  );
}

type PartInSightProps = CasePartProps & { readonly part: ExposurePart };

/** A part about the case stands by itself, one about a sample under the choice of it. */
function PartInSight({ part, ...props }: PartInSightProps): ReactNode {
  const [chosen, setChosen] = useState<string | null>(null);
  const { samples } = props;
  if (part.restsOn === 'case') {
    return <part.Part {...props} />;
  }
  const sample = samples.find(({ id }) => id === chosen) ?? samples.at(-1);
  return (
    <>
      {sample !== undefined && samples.length > 1 && (
        <SampleChoice samples={samples} sample={sample} choose={setChosen} />
      )}
      {sample !== undefined && isCounted(sample) ? (
        <part.Part {...props} sample={sample} />
      ) : (
        <part.Before {...props} />
      )}
    </>
  );
}

function Parts(props: CasePartProps): ReactNode {
  const [part, choose] = useChosenPart();
  const { id } = part;
  return (
    <Tabs value={id} onChange={(next) => next !== null && choose(next)} keepMounted={false}>
      <Tabs.List aria-label="Parts of the exposure" mb="md">
        {exposureParts.map(({ id: value, label }) => (
          <Tabs.Tab key={value} value={value}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={id}>
        <Stack gap="md">
          {props.samples
            .filter((one) => !isCounted(one))
            .map((one) => (
              <BeingCounted key={one.id} sample={one} />
            ))}
          <PartInSight part={part} {...props} />
        </Stack>
      </Tabs.Panel>
    </Tabs>
  );
}

type ExposureTabProps = Omit<CasePartProps, 'of' | 'samples' | 'claims'> & { readonly caseId: CaseId };

/** What a case exposes, in parts, one in sight at a time: some of the case, the others of the sample that is chosen in them. */
export function ExposureTab({ caseId, ...ways }: ExposureTabProps): ReactNode {
  const of = useStored(() => caseOf(caseId), [caseId]);
  const samples = useStored(() => samplesOf(caseId), [caseId]);
  const claims = useStored(() => claimsOf(caseId), [caseId]);
  if (of === undefined || samples === undefined || claims === undefined) {
    return null;
  }
  return <Parts of={of} samples={samples} claims={claims} {...ways} />;
}
