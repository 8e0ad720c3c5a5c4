import type { Counted, Sample, SampleId } from '#shared/domain/sample.ts';
import { counted } from '#shared/lib/counted.ts';
import { observationOf } from '#shared/verify/observe-sample.ts';
import { newsSink, sampleWorker } from '../../platform/sample-worker.ts';
import { now } from '../../storage/clock-and-ids.ts';
import { layoutOf } from '../../storage/layouts.ts';
import { claimsOf } from '../../storage/listings.ts';
import { keepChecks } from '../../storage/verdicts.ts';
import { endJob, showJob } from '../../ui/jobs/jobs.ts';
import { createLastingStore } from '../../ui/lasting-store/lasting-store.ts';
import { basisOf } from './basis.ts';
import { tableToCheck } from './checked-table.ts';

/** Where the checks of a sample stand. They outlive the screen that began them. */
export type CheckRunState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly rows: number; readonly total: number; readonly cancel: () => void }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly cause: unknown };

const idle: CheckRunState = { kind: 'idle' };
const states = createLastingStore<SampleId, CheckRunState>(idle);

/** Where the checks of a sample stand, for a component. */
export function useCheckRun(id: SampleId): CheckRunState {
  return states.use(id);
}

type Running = { readonly runId: string; readonly isWanted: () => boolean; readonly hear: (rows: number) => void };

async function runWhole(sample: Counted<Sample>, { runId, isWanted, hear }: Running): Promise<CheckRunState> {
  const layout = await layoutOf(sample);
  const claims = await claimsOf(sample.caseId);
  const table = await tableToCheck(sample, layout.columnTypes, claims);
  const fields = sample.profiles.map(({ fieldType, filled, valid }) => ({ fieldType, filled, valid }));
  if (!isWanted()) {
    return { kind: 'cancelled' };
  }
  const outcome = await sampleWorker().verify(
    { runId, layout, table, fields },
    newsSink(({ rows }) => hear(rows)),
  );
  if (!outcome.ok) {
    return { kind: 'cancelled' };
  }
  const { results, observed } = outcome.value;
  await keepChecks(
    sample,
    {
      ...{ sampleId: sample.id, basis: basisOf(layout.columnTypes, claims), ranAt: now(), rows: sample.rows },
      ...{ results, observed: observationOf(observed) },
    },
    table.seller,
  );
  return idle;
}

/** Runs all checks over a sample and keeps what they find. While they run, a second start does nothing. */
export async function startChecks(sample: Counted<Sample>): Promise<void> {
  const { id, name, rows: total } = sample;
  if (states.get(id).kind === 'running') {
    return;
  }
  const runId = crypto.randomUUID();
  const began = performance.now();
  const worker = sampleWorker();
  let wanted = true;
  const cancel = (): void => {
    wanted = false;
    void worker.cancelRun(runId);
  };
  const show = (rows: number): void => {
    const perSecond = Math.round((1000 * rows) / Math.max(1, performance.now() - began));
    const detail = `${counted(rows, 'row')}, ${perSecond.toLocaleString('en')} rows/s`;
    states.set(id, { kind: 'running', rows, total, cancel });
    showJob({ id: runId, label: `Checking ${name}`, share: total === 0 ? 1 : rows / total, detail, cancel });
  };
  show(0);
  try {
    states.set(id, await runWhole(sample, { runId, isWanted: () => wanted, hear: show }));
  } catch (cause) {
    states.set(id, { kind: 'failed', cause });
  } finally {
    endJob(runId);
  }
}
