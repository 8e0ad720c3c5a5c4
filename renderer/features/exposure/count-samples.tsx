import { useEffect } from 'react';
import { onWorkerRestart } from '../../platform/sample-worker.ts';
import { useStored } from '../../storage/live.ts';
import { uncountedSamples } from '../../storage/sample-figures.ts';
import { countAfterRestart, countInTurn } from './count-runs.ts';

/** Sees that the rows of every stored sample get counted, as long as the vault is open. It draws nothing. */
export function CountSamples(): null {
  const uncounted = useStored(uncountedSamples, []);
  useEffect(() => {
    if (uncounted !== undefined) {
      countInTurn(uncounted);
    }
  }, [uncounted]);
  useEffect(() => onWorkerRestart(countAfterRestart), []);
  return null;
}
