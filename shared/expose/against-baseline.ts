import type { FieldTypeId } from '../domain/field-type-id.ts';
import { breachBaseline } from '../packs/breach-baseline.ts';
import { fieldTypes, labelOf } from '../packs/field-types.ts';
import type { ExposureRow } from './exposure.ts';

/** A class of data beside public breaches: what this leak shows of it, and the share (0–1) of public breaches that hold it. */
export type BaselineLine = {
  readonly dataClass: string;
  readonly share: number;
  /** `seen`: a sample has valid values of it. `claimed`: only the seller speaks of it. */
  readonly here: 'seen' | 'claimed' | 'neither';
  /** The names of the types by which it is here. */
  readonly by: readonly string[];
};

function typesOf(dataClass: string): readonly FieldTypeId[] {
  return fieldTypes.filter(({ hibp }) => hibp === dataClass).map(({ id }) => id);
}

/** Sets what a leak exposes beside public breaches, by the classes that the baseline has, the commonest first. */
export function againstBaseline(
  rows: readonly Pick<ExposureRow, 'fieldType' | 'claimed' | 'valid'>[],
): readonly BaselineLine[] {
  return breachBaseline.classes.map(({ hibp, share }) => {
    const own = rows.filter(({ fieldType }) => typesOf(hibp).includes(fieldType));
    const seen = own.filter(({ valid }) => valid > 0);
    const claimed = own.filter((row) => row.claimed);
    const [here, by] =
      seen.length > 0
        ? (['seen', seen] as const)
        : claimed.length > 0
          ? (['claimed', claimed] as const)
          : (['neither', []] as const);
    return { dataClass: hibp, share, here, by: by.map(({ fieldType }) => labelOf(fieldType)) };
  });
}
