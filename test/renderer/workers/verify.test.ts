import { beforeEach, describe, expect, it } from 'vitest';
import { checkIds } from '#shared/domain/check.ts';
import { unknownFieldType } from '#shared/domain/field-type-id.ts';
import type { CheckedTable } from '#shared/verify/checked-table.ts';
import { verifySample } from '#shared/verify/verify-sample.ts';
import {
  newsSink,
  sampleWorker,
  type VerifyProgress,
  type VerifyRequest,
} from '../../../renderer/platform/sample-worker.ts';
import { freshWorker, importCounted } from './imported.ts';
import { syntheticSample } from './synthetic.ts';

const sample = syntheticSample();

beforeEach(async () => {
  await freshWorker();
});

function requestFor({ table, id, types }: Awaited<ReturnType<typeof importCounted>>): VerifyRequest {
  const { rows, rejected, columns, profiles, blocks, rejectedBatches } = table;
  const checked: CheckedTable = {
    columns: columns.map(({ header }, at) => ({ header, fieldType: types[at] ?? unknownFieldType })),
    ...{ rows, rejected, encoding: 'utf-8', claims: [], postedAt: null, now: '2026-03-20T09:30:00.000Z' },
    ...{ country: 'CN', earlier: null, seller: null },
  };
  return {
    runId: 'run',
    layout: { id, rows, columnTypes: types, blocks, rejectedBatches },
    table: checked,
    fields: profiles,
  };
}

describe('the checks in the worker', () => {
  it('find in the stored blocks what they find in the rows of the file, and tell how far they are', async () => {
    const request = requestFor(await importCounted(sample.file));
    const heard: number[] = [];
    const hear = ({ rows }: VerifyProgress): void => void heard.push(rows);
    const outcome = await sampleWorker().verify(request, newsSink(hear));
    const plain = verifySample(request.table);
    const { rows } = sample.table;
    const columns = request.table.columns.map((_, column) => rows.map((cells) => cells[column] ?? null));
    plain.addBlock({ firstRow: 0, rows: rows.length, columns });
    const { results, observed } = outcome.ok ? outcome.value : { results: [], observed: null };
    expect(results).toEqual(plain.finish());
    expect(results.map(({ id }) => id)).toEqual([...checkIds]);
    expect(observed?.fields).toEqual(request.fields);
    expect(observed?.countries.byCountry.get('CN')).toBeGreaterThan(0);
    expect(heard[0]).toBeLessThanOrEqual(request.table.rows);
  });

  it('stop when they are cancelled', async () => {
    const request = requestFor(await importCounted(sample.file));
    const running = sampleWorker().verify(
      request,
      newsSink(() => undefined),
    );
    await sampleWorker().cancelRun('run');
    expect(await running).toEqual({ ok: false, error: 'cancelled' });
  });
});
