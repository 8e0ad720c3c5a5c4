import { toCsv } from '#shared/lib/csv.ts';
import type { LookUpState } from './look-up-state.ts';
import type { NamedSample } from './scope.ts';

/** Where one value was found. `rows` is null where only fingerprints are left: it is probably there. */
export type ValuePlace = { readonly named: NamedSample; readonly rows: number | null };

/** One value of the list, as the analyst typed it, with where it was found. */
export type ValueOutcome = { readonly value: string; readonly places: readonly ValuePlace[] };

/** The outcome of a look-up, value by value in the order of the list. */
export function outcomesOf({ values, samples, news }: LookUpState): readonly ValueOutcome[] {
  const places = values.map((): ValuePlace[] => []);
  for (const { sampleId, found, probable } of news) {
    const named = samples.find(({ sample }) => sample.id === sampleId);
    if (named !== undefined) {
      for (const { value, rows } of found) {
        places[value]?.push({ named, rows });
      }
      for (const value of probable.values) {
        places[value]?.push({ named, rows: null });
      }
    }
  }
  return values.map((value, at) => ({ value, places: places[at] ?? [] }));
}

/** The outcome as CSV: one line for each value and sample, and one for each value that was not found. */
export function outcomesAsCsv(outcomes: readonly ValueOutcome[], isComplete: boolean): string {
  const lines = outcomes.flatMap(({ value, places }) =>
    places.length === 0
      ? [[value, isComplete ? 'not found' : 'not found so far', '', '', '']]
      : places.map(({ named, rows }) => [
          value,
          rows === null ? 'probably contained' : 'found',
          named.caseTitle,
          named.sample.name,
          rows ?? '',
        ]),
  );
  return toCsv([['value', 'outcome', 'case', 'sample', 'rows'], ...lines]);
}
