import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import { revise } from '#shared/domain/record.ts';
import { type Counted, isCounted, type Sample, type SampleId } from '#shared/domain/sample.ts';
import { effectiveTypes } from '#shared/expose/effective-types.ts';
import { annotations, annotationsOfSample } from './annotations.ts';
import { now } from './clock-and-ids.ts';
import { allSamples, samples } from './samples.ts';
import { inOneStep } from './sealed-table.ts';

/** All that the rows of a sample show, and what it is recognised by. */
export type SampleFigures = Counted<Pick<Sample, 'columns' | 'profiles' | 'combinations' | 'persons' | 'fingerprints'>>;

/** Whether figures are missing that its stored rows can give: a selection stands for rows that are gone. */
export function lacksFigures(sample: Sample): boolean {
  const { combinations, persons, basis } = sample;
  return basis.kind === 'whole' && !(isCounted(sample) && combinations !== null && persons !== null);
}

function isUncounted(sample: Sample): boolean {
  return sample.purgedAt === null && (lacksFigures(sample) || sample.fingerprints === null);
}

/** The samples whose rows are still to be counted, or to be given fingerprints. */
export async function uncountedSamples(): Promise<Sample[]> {
  return (await allSamples()).filter(isUncounted);
}

/** A sample as it is stored, if its rows are still to be counted. */
export async function sampleToCount(id: SampleId): Promise<Sample | undefined> {
  const sample = await samples.get(id);
  return sample !== undefined && isUncounted(sample) ? sample : undefined;
}

/**
 * Keeps what was counted of a sample under these column types. False, and nothing is kept, where the analyst has changed
 * one of them meanwhile; true also where the sample is gone.
 */
export function keepFigures(
  id: SampleId,
  types: readonly FieldTypeId[],
  figures: Partial<SampleFigures>,
): Promise<boolean> {
  return inOneStep([samples, annotations], async () => {
    const sample = await samples.get(id);
    if (sample === undefined || sample.purgedAt !== null) {
      return true;
    }
    const standing = effectiveTypes(sample, await annotationsOfSample(id));
    if (standing.some((type, column) => type !== types[column])) {
      return false;
    }
    await samples.put(revise(sample, figures, now()));
    return true;
  });
}
