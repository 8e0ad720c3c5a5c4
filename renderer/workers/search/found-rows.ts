import type { SampleId } from '#shared/domain/sample.ts';

const rememberedRuns = 4;

/** The rows that the last searches found, for the grid. They are places, not values, and are gone when the vault locks. */
export class FoundRows {
  readonly #runs = new Map<string, Map<SampleId, Uint32Array>>();

  /** Remembers a run from its start, and forgets the oldest ones. */
  begin(searchId: string): void {
    this.#runs.set(searchId, new Map());
    for (const oldest of this.#runs.keys()) {
      if (this.#runs.size <= rememberedRuns) {
        return;
      }
      this.#runs.delete(oldest);
    }
  }

  /** Remembers the rows of one sample, in order. */
  keep(searchId: string, sampleId: SampleId, rows: Uint32Array): void {
    this.#runs.get(searchId)?.set(sampleId, rows);
  }

  /** The rows that a run found in a sample; null when the run is forgotten. */
  rowsOf(searchId: string, sampleId: SampleId): Uint32Array | null {
    const run = this.#runs.get(searchId);
    return run === undefined ? null : (run.get(sampleId) ?? new Uint32Array(0));
  }
}
