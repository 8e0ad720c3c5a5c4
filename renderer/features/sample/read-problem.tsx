import type { ReactNode } from 'react';
import { Problem } from '../../ui/problem/problem.tsx';

/** Says that rows could not be read, and what to do; nothing while there is no failure. */
export function ReadProblem({ failure }: { readonly failure: unknown }): ReactNode {
  return failure === null ? null : (
    <Problem title="Some rows could not be read">
      {failure instanceof Error ? failure.message : String(failure)} Nothing was changed. Open the case again; if it
      stays, the block file is damaged and the sample must be imported anew.
    </Problem>
  );
}
