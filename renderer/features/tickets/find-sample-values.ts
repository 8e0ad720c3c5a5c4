import type { Sample } from '#shared/domain/sample.ts';
import { effectiveTypes } from '#shared/expose/effective-types.ts';
import { type OutgoingText, sampleWorker } from '../../platform/sample-worker.ts';
import { annotationsOfSample } from '../../storage/annotations.ts';
import { allSamples, blocksOf, columnName } from '../../storage/samples.ts';

const mostPlaces = 8;

async function placesIn(sample: Sample, outgoing: OutgoingText): Promise<readonly string[]> {
  const { id, rows, rejectedBatches, name } = sample;
  const columnTypes = effectiveTypes(sample, await annotationsOfSample(id));
  await sampleWorker().open({ id, rows, columnTypes, rejectedBatches, blocks: await blocksOf(id) });
  const hits = await sampleWorker().findInText(id, outgoing, mostPlaces);
  return hits.map((hit) =>
    hit.kind === 'rejected'
      ? `${name}, rejected record in line ${hit.line}`
      : `${name}, row ${hit.row + 1}, column “${columnName(sample, hit.column)}”`,
  );
}

/** Where values of any sample of the vault that has its rows stand in a text that is about to leave; names a few places, and no value. */
export async function findSampleValues(outgoing: OutgoingText): Promise<readonly string[]> {
  const found: string[] = [];
  for (const sample of (await allSamples()).filter(({ purgedAt }) => purgedAt === null)) {
    found.push(...(await placesIn(sample, outgoing)));
    if (found.length >= mostPlaces) {
      break;
    }
  }
  return found.slice(0, mostPlaces);
}
