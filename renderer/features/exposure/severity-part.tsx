import { List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { assessmentInWords } from '#shared/domain/assessment-words.ts';
import type { Case } from '#shared/domain/case.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { manyPeople, severityAsClaimed } from '#shared/expose/propose-severity.ts';
import type { BandChange } from '#shared/expose/severity.ts';
import { bandWords, scoreText, severityInputLabels, severityValueWords } from '#shared/expose/severity-words.ts';
import { type CaseSeverity, severityOfCase } from '../../storage/case-severity.ts';
import { now } from '../../storage/clock-and-ids.ts';
import { useStored } from '../../storage/live.ts';
import { drawRowChart } from '../../ui/chart/row-chart.tsx';
import { ChartDocument } from '../../ui/chart-document/chart-document.tsx';
import type { CasePartProps } from './part.ts';
import { severityChart, severityDocument } from './severity-chart.ts';
import { SeverityInputs } from './severity-inputs.tsx';
import { SeverityScore } from './severity-score.tsx';
import { useSeverityChanges } from './use-severity-changes.ts';

function doubtOf(verdict: Verdict | null): string {
  if (verdict === null) {
    return 'Nothing is known yet of whether the data is authentic: run the checks under Verify.';
  }
  const { decision, proposal } = verdict;
  return decision === null
    ? `Whether the data is authentic is not decided; proposed: ${assessmentInWords(proposal)}.`
    : `On whether the data is authentic you decided: ${assessmentInWords(decision)}.`;
}

/** What stands beside the score and is no part of it. */
function Beside({ found }: { readonly found: CaseSeverity }): ReactNode {
  const { proposal, facts, verdict } = found;
  const asClaimed = severityAsClaimed(facts);
  return (
    <Stack gap={4} component="section" aria-label="Beside the score">
      <Title order={3}>Beside the score</Title>
      <List size="sm" spacing={2}>
        <List.Item>
          {doubtOf(verdict)} Doubt never lowers the severity: it says what would follow if the data is real.
        </List.Item>
        {asClaimed !== null && (
          <List.Item>
            Were all that the seller claims true, the proposal would be {bandWords[asClaimed.band].toLowerCase()},{' '}
            {scoreText(asClaimed.score)}.
          </List.Item>
        )}
        {proposal.people > manyPeople && (
          <List.Item>
            At least {proposal.people.toLocaleString('en')} people are seen: more than {manyPeople}, which the method
            notes beside the score.
          </List.Item>
        )}
      </List>
    </Stack>
  );
}

function changeInWords({ input, to, score, band }: BandChange): string {
  return `${bandWords[band]}, ${scoreText(score)}, if “${severityInputLabels[input]}” were ${severityValueWords(input, to)}.`;
}

function Changes({ changes }: { readonly changes: readonly BandChange[] }): ReactNode {
  return (
    <Stack gap={4} component="section" aria-label="What would change the band">
      <Title order={3}>What would change the band</Title>
      {changes.length === 0 ? (
        <Text size="sm">No change of one input alone leads into another band.</Text>
      ) : (
        <List size="sm" spacing={2}>
          {changes.map((change) => (
            <List.Item key={`${change.input} ${change.to}`}>{changeInWords(change)}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

type FoundProps = { readonly of: Case; readonly found: CaseSeverity };

function Chart({ of, found }: FoundProps): ReactNode {
  const { severity } = found.decided;
  const chart = severityChart(found);
  return (
    severity !== null && (
      <ChartDocument
        facts={severityDocument(of, found, severity, now())}
        draw={(paper) => drawRowChart(chart, paper)}
        open={null}
        tableLabel="Severity and its inputs"
      />
    )
  );
}

function Found({ of, found }: FoundProps): ReactNode {
  const set = useSeverityChanges(found);
  const { severity, changes } = found.decided;
  return (
    <Stack gap="lg">
      {severity === null ? (
        <Text size="sm">
          No data is seen yet, so that there is nothing to score. Import a sample under Samples, or set below what class
          of data is exposed.
        </Text>
      ) : (
        <>
          <SeverityScore severity={severity} isDecided={found.consequence.severity.length > 0} />
          <Beside found={found} />
          <Changes changes={changes} />
        </>
      )}
      <SeverityInputs found={found} set={set} />
      <Chart of={of} found={found} />
      <Text size="xs" c="dimmed">
        Method: ENISA, Recommendations for a methodology of the assessment of severity of personal data breaches, v1.0,
        December 2013, known to us at second hand. The proposals are ours.
      </Text>
    </Stack>
  );
}

/** How severe a leak is by ENISA's method: the score, its inputs, and what would change it. */
export function SeverityPart({ of }: Pick<CasePartProps, 'of'>): ReactNode {
  const found = useStored(() => severityOfCase(of.id), [of.id]);
  return found === undefined ? null : <Found of={of} found={found} />;
}
