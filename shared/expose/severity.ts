import {
  circumstances,
  type DataClass,
  dataClasses,
  type SeverityInputId,
  type SeverityInputs,
  severityInputIds,
  severityValues,
} from '../domain/severity.ts';

/** ENISA's bands of severity, the lowest first. */
export const severityBands = ['low', 'medium', 'high', 'very-high'] as const;
export type SeverityBand = (typeof severityBands)[number];

/** Where each band begins; its lower bound belongs to it. */
export const bandStarts: Readonly<Record<SeverityBand, number>> = { low: 0, medium: 2, high: 3, 'very-high': 4 };
/** The highest score there is: 4 × 1 + 2. */
export const highestScore = 6;
/** So near a bound a single judgement decides the band. */
const nearBound = 0.25;

/** A band and how far away it begins. */
export type BandDistance = { readonly band: SeverityBand; readonly distance: number };

/** A severity with its parts. */
export type Severity = {
  /** Data processing context: the highest of the classes' scores, and the classes that have it. */
  readonly dpc: number;
  readonly decisive: readonly DataClass[];
  /** Ease of identification. */
  readonly ei: number;
  /** Circumstances of the breach. */
  readonly cb: number;
  readonly score: number;
  readonly band: SeverityBand;
  /** The next band above and how much is missing to it; null in the highest. */
  readonly next: BandDistance | null;
  /** The band below and how far the score lies above the bound to it; null in the lowest. */
  readonly below: BandDistance | null;
  /** Whether a bound lies within 0.25 of the score, in either direction. */
  readonly isNearBound: boolean;
};

/** The band of a score: below 2 low, below 3 medium, below 4 high, else very high. */
function bandOf(score: number): SeverityBand {
  return severityBands.findLast((band) => score >= bandStarts[band]) ?? 'low';
}

function neighbours(score: number): Pick<Severity, 'band' | 'next' | 'below' | 'isNearBound'> {
  const band = bandOf(score);
  const at = severityBands.indexOf(band);
  const [above, under] = [severityBands[at + 1], severityBands[at - 1]];
  const next = above === undefined ? null : { band: above, distance: bandStarts[above] - score };
  const below = under === undefined ? null : { band: under, distance: score - bandStarts[band] };
  const isNearBound = [next, below].some((found) => found !== null && found.distance <= nearBound);
  return { band, next, below, isNearBound };
}

/**
 * ENISA's severity SE = DPC × EI + CB; null where no class of data is exposed. DPC is the highest of the classes' scores,
 * CB the sum of the circumstances. ENISA, Recommendations for a methodology of the assessment of severity of personal data
 * breaches, v1.0, December 2013.
 */
export function severityOf(inputs: SeverityInputs): Severity | null {
  const dpc = Math.max(...dataClasses.map((id) => inputs[id]));
  if (dpc === 0) {
    return null;
  }
  const ei = inputs.identification;
  const cb = circumstances.reduce((sum, id) => sum + inputs[id], 0);
  const score = dpc * ei + cb;
  return { dpc, decisive: dataClasses.filter((id) => inputs[id] === dpc), ei, cb, score, ...neighbours(score) };
}

/** A change of one input that moves the score into another band. */
export type BandChange = {
  readonly input: SeverityInputId;
  readonly from: number;
  readonly to: number;
  readonly score: number;
  readonly band: SeverityBand;
};

function changesOf(inputs: SeverityInputs, input: SeverityInputId, band: SeverityBand): BandChange[] {
  const from = inputs[input];
  const bands = new Set([band]);
  const nearestFirst = severityValues[input].toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from));
  return nearestFirst.flatMap((to) => {
    const changed = severityOf({ ...inputs, [input]: to });
    if (changed === null || bands.has(changed.band)) {
      return [];
    }
    bands.add(changed.band);
    return [{ input, from, to, score: changed.score, band: changed.band }];
  });
}

/**
 * What would move the score into another band: for each input the smallest change of it alone that leads into each of the
 * other bands it can lead into. Empty where nothing is exposed.
 */
export function changesOfBand(inputs: SeverityInputs): BandChange[] {
  const now = severityOf(inputs);
  return now === null ? [] : severityInputIds.flatMap((input) => changesOf(inputs, input, now.band));
}
