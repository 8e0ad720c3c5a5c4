import type { SampleSketches } from '#shared/search/fingerprints.ts';
import { containment } from '#shared/search/overlap.ts';
import type { Fingerprinted, SampleOverlap } from '../sample-worker-api.ts';
import { withFingerprints } from './fingerprint-file.ts';

function sketchesOf({ id, fingerprints }: Fingerprinted, key: CryptoKey): Promise<SampleSketches> {
  return withFingerprints(id, key, (stored) => stored.sketches(fingerprints.sketches));
}

/** Estimates how much of a sample occurs in each of the others, by their sketches alone. */
export async function compareSamples(
  one: Fingerprinted,
  others: readonly Fingerprinted[],
  key: CryptoKey,
): Promise<readonly SampleOverlap[]> {
  const inner = await sketchesOf(one, key);
  const overlaps: SampleOverlap[] = [];
  for (const other of others) {
    const outer = await sketchesOf(other, key);
    const types = inner.types.flatMap(({ fieldType, sketch }) => {
      const same = outer.types.find((type) => type.fieldType === fieldType);
      const share = same === undefined ? null : containment(sketch, same.sketch);
      return share === null ? [] : [{ fieldType, share }];
    });
    overlaps.push({ sampleId: other.id, rows: containment(inner.rows, outer.rows), types });
  }
  return overlaps;
}
