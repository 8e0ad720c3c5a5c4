import { useEffect, useMemo, useReducer, useState } from 'react';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { effectiveTypes } from '#shared/expose/effective-types.ts';
import { onWorkerRestart, sampleWorker } from '../../platform/sample-worker.ts';
import { annotationsOfSample } from '../../storage/annotations.ts';
import { useStored } from '../../storage/live.ts';
import { blocksOf } from '../../storage/samples.ts';

/** A sample ready to be read: its columns' types as they stand, and a key that changes with them. */
export type ReadableSample = {
  readonly sample: Sample;
  readonly types: readonly FieldTypeId[];
  readonly state: string;
};

/** Opens a sample in the worker under the types that hold now; null until it is ready, and why where it cannot be. */
export function useReadableSample(sample: Sample): {
  readonly readable: ReadableSample | null;
  readonly failure: unknown;
} {
  const annotations = useStored(() => annotationsOfSample(sample.id), [sample.id]);
  const types = useMemo(
    () => (annotations === undefined ? null : effectiveTypes(sample, annotations)),
    [sample, annotations],
  );
  const [ready, setReady] = useState<ReadableSample | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [starts, countStart] = useReducer((count: number) => count + 1, 0);
  useEffect(() => onWorkerRestart(countStart), []);
  useEffect(() => {
    let wanted = true;
    async function open(columnTypes: readonly FieldTypeId[]): Promise<void> {
      const { id, rows, rejectedBatches } = sample;
      await sampleWorker().open({ id, rows, columnTypes, rejectedBatches, blocks: await blocksOf(id) });
      if (wanted) {
        setFailure(null);
        setReady({ sample, types: columnTypes, state: `${starts}|${columnTypes.join('|')}` });
      }
    }
    if (types !== null) {
      open(types).catch(setFailure);
    }
    return () => {
      wanted = false;
    };
  }, [sample, types, starts]);
  return { readable: ready, failure };
}
