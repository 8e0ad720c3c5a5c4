import { List } from '@mantine/core';
import type { ReactNode } from 'react';
import { Problem } from '../../ui/problem/problem.tsx';
import type { ReplyOutcome } from './save-reply.ts';

/** Why a reply was not saved, and what is to be done about it; nothing where there is no such reason. */
export function ReplyProblem({ outcome }: { readonly outcome: ReplyOutcome | null }): ReactNode {
  if (outcome?.kind === 'holds-sample-values') {
    return (
      <Problem title="Held back: it holds values of a sample">
        Nothing was saved, and your draft is kept. Subject or text repeats values that stand here; take them out or mask
        them:
        <List size="sm">
          {outcome.places.map((place) => (
            <List.Item key={place}>{place}</List.Item>
          ))}
        </List>
      </Problem>
    );
  }
  return outcome?.kind === 'not-written' ? <Problem title="The reply was not saved">{outcome.sentence}</Problem> : null;
}
