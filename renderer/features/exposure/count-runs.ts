import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Counted, Sample, SampleId } from '#shared/domain/sample.ts';
import { effectiveTypes } from '#shared/expose/effective-types.ts';
import { afterRecount } from '#shared/expose/recount.ts';
import { counted } from '#shared/lib/counted.ts';
import { newsSink, type SampleCount, type SampleLayout, sampleWorker } from '../../platform/sample-worker.ts';
import { annotationsOfSample } from '../../storage/annotations.ts';
import { keepFigures, lacksFigures, type SampleFigures, sampleToCount } from '../../storage/sample-figures.ts';
import { blocksOf } from '../../storage/samples.ts';
import { endJob, showJob } from '../../ui/jobs/jobs.ts';
import { createLastingStore } from '../../ui/lasting-store/lasting-store.ts';

/** Where the count of a sample's rows stands. It outlives the screens. */
export type CountState =
  | { readonly kind: 'waiting' | 'done' | 'stopped' }
  | { readonly kind: 'counting'; readonly rows: number }
  | { readonly kind: 'failed'; readonly cause: unknown };

const states = createLastingStore<SampleId, CountState>({ kind: 'waiting' });
let waiting: readonly Sample[] = [];
let isBusy = false;
const triedAgain = new Set<SampleId>();

/** Where the count of a sample stands, for a component. */
export function useCount(id: SampleId): CountState {
  return states.use(id);
}

type Patch = { readonly types: readonly FieldTypeId[]; readonly figures: Partial<SampleFigures> };

/** What was counted by the types that were detected, brought up to the analyst's verdicts as they stand. */
async function asDecided(sample: Sample, layout: SampleLayout, count: SampleCount): Promise<Patch> {
  const { id } = sample;
  const types = effectiveTypes(sample, await annotationsOfSample(id));
  const fingerprints = count.fingerprints === null ? {} : { fingerprints: count.fingerprints };
  if (count.figures === null) {
    return { types, figures: fingerprints };
  }
  const { columns: pictures, ...detected } = count.figures;
  const columns = sample.columns.map((column, place) => ({ ...column, profile: pictures[place] }));
  const touched = layout.columnTypes.flatMap((type, column) => {
    const decided = types[column] ?? type;
    return decided === type ? [] : [type, decided];
  });
  let figures: Counted<Pick<Sample, 'profiles' | 'combinations' | 'persons'>> = detected;
  if (touched.length > 0) {
    await sampleWorker().open({ ...layout, columnTypes: types });
    figures = afterRecount(detected, await sampleWorker().profile(id, types, [...new Set(touched)]));
  }
  return { types, figures: { ...figures, columns, ...fingerprints } };
}

async function countWhole(sample: Sample, runId: string, hear: (rows: number) => void): Promise<CountState> {
  const { id, rows, rejectedBatches } = sample;
  const columnTypes = sample.columns.map(({ detection }) => detection.fieldType);
  const layout: SampleLayout = { id, rows, rejectedBatches, columnTypes, blocks: await blocksOf(id) };
  const wants = { figures: lacksFigures(sample), fingerprints: sample.fingerprints === null };
  const outcome = await sampleWorker().countSample(
    { runId, layout, wants },
    newsSink((progress) => hear(progress.rows)),
  );
  if (!outcome.ok) {
    return { kind: 'stopped' };
  }
  let isKept = false;
  while (!isKept) {
    const { types, figures } = await asDecided(sample, layout, outcome.value);
    isKept = await keepFigures(id, types, figures);
  }
  return { kind: 'done' };
}

async function count(sample: Sample): Promise<CountState> {
  const { id, name, rows: total } = sample;
  const runId = crypto.randomUUID();
  const cancel = (): void => void sampleWorker().cancelRun(runId);
  const show = (rows: number): void => {
    states.set(id, { kind: 'counting', rows });
    const detail = `${rows.toLocaleString('en')} of ${counted(total, 'row')}`;
    showJob({
      id: runId,
      label: `Counting ${name}`,
      share: rows / Math.max(1, total),
      detail,
      cancel,
      isTakenUp: true,
    });
  };
  show(0);
  try {
    return await countWhole(sample, runId, show);
  } catch (cause) {
    // A sample that is gone has nothing left to count.
    return (await sampleToCount(id)) === undefined ? { kind: 'done' } : { kind: 'failed', cause };
  } finally {
    endJob(runId);
  }
}

async function countNext(): Promise<void> {
  const next = waiting.find(({ id }) => states.get(id).kind === 'waiting');
  if (isBusy || next === undefined) {
    return;
  }
  isBusy = true;
  try {
    // What was said to wait may have been counted since.
    const sample = await sampleToCount(next.id);
    states.set(next.id, sample === undefined ? { kind: 'done' } : await count(sample));
  } finally {
    isBusy = false;
  }
  await countNext();
}

/** Counts the rows of samples one after the other; those that were stopped or failed are left alone. */
export function countInTurn(samples: readonly Sample[]): void {
  waiting = samples;
  void countNext();
}

/** Counts a sample whose count was stopped or has failed. */
export function countAgain(id: SampleId): void {
  states.set(id, { kind: 'waiting' });
  void countNext();
}

/** Counts again what failed when the worker ended: it runs anew. What ended it twice is left alone. */
export function countAfterRestart(): void {
  for (const { id } of waiting) {
    const state = states.get(id);
    if (state.kind === 'failed' && !triedAgain.has(id)) {
      triedAgain.add(id);
      countAgain(id);
    }
  }
}
