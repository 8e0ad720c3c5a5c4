import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import type { Verdict } from '#shared/domain/verdict.ts';
import { decideVerdict } from '../../storage/verdicts.ts';
import { AssessmentFacts } from './assessment-facts.tsx';
import { DecisionForm } from './decision-form.tsx';
import classes from './verify.module.css';

/** True once checks ran after the analyst had decided: the decision may rest on what no longer holds. */
function isOvertaken({ checks, decision }: Verdict): boolean {
  return decision !== null && checks.some(({ ranAt }) => ranAt > decision.decidedAt);
}

function Decision({ verdict, change }: { readonly verdict: Verdict; readonly change: () => void }): ReactNode {
  const { decision } = verdict;
  return (
    <Stack gap={6} component="section" aria-label="Decided">
      <Group gap="sm">
        <Title order={2}>Decided</Title>
        {isOvertaken(verdict) && (
          <Badge color="orange" variant="outline" tt="none" c="var(--mantine-color-text)">
            checks ran after this
          </Badge>
        )}
        <Button size="compact-sm" variant={decision === null ? 'filled' : 'default'} onClick={change}>
          {decision === null ? 'Decide…' : 'Change…'}
        </Button>
      </Group>
      {decision === null ? (
        <Text size="sm">Nothing yet. The proposal is a machine's; the verdict is yours.</Text>
      ) : (
        <>
          <AssessmentFacts assessment={decision} />
          <Text size="xs" c="dimmed">
            {new Date(decision.decidedAt).toLocaleString()}
          </Text>
        </>
      )}
    </Stack>
  );
}

/** What the checks propose of the whole case, and beside it what the analyst decides; both keep their reasons. */
export function VerdictFoot({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const [isDeciding, setDeciding] = useState(false);
  const { proposal, decision, caseId, checks } = verdict;
  return (
    <section className={classes['foot']} data-deciding={isDeciding} aria-label="Verdict">
      <Stack gap={6} component="section" aria-label="Proposed">
        <Title order={2}>Proposed{checks.length > 1 && `, from ${checks.length} samples`}</Title>
        <AssessmentFacts assessment={proposal} />
      </Stack>
      {isDeciding ? (
        <DecisionForm
          from={decision ?? proposal}
          reasons={decision?.reasons ?? []}
          cancel={() => setDeciding(false)}
          keep={(made) =>
            void decideVerdict(caseId, made).then(() => {
              setDeciding(false);
              notifications.show({ message: 'Kept: your verdict on this leak.' });
            })
          }
        />
      ) : (
        <Decision verdict={verdict} change={() => setDeciding(true)} />
      )}
    </section>
  );
}
