import { useCallback, useState } from 'react';
import type { Sample } from '#shared/domain/sample.ts';
import { sampleWorker } from '../../platform/sample-worker.ts';
import { recordReveal } from '../../storage/samples.ts';

type Revealed = ReadonlyMap<string, string>;

function cellName(row: number, column: number): string {
  return `${row}|${column}`;
}

/** The cells that were revealed since the sample was opened, and the ways to reveal and to mask. */
export type RevealedCells = {
  readonly revealed: Revealed;
  readonly clearText: (row: number, column: number) => string | undefined;
  readonly reveal: (row: number, column: number) => Promise<void>;
  readonly maskAll: () => void;
};

/** A value is shown only once its reveal is written down. */
export function useRevealed(sample: Sample): RevealedCells {
  const [revealed, setRevealed] = useState<Revealed>(new Map());
  const clearText = useCallback((row: number, column: number) => revealed.get(cellName(row, column)), [revealed]);
  const reveal = useCallback(
    async (row: number, column: number): Promise<void> => {
      const value = await sampleWorker().revealCell(sample.id, row, column);
      await recordReveal(sample, row, column);
      setRevealed((before) => new Map(before).set(cellName(row, column), value));
    },
    [sample],
  );
  const maskAll = useCallback(() => setRevealed(new Map()), []);
  return { revealed, clearText, reveal, maskAll };
}
