import { Box, Button, EmptyState, Text } from '@mantine/core';
import { IconFileUnknown, IconZoomCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import { isCounted } from '#shared/domain/sample.ts';
import { counted } from '#shared/lib/counted.ts';
import type { ClaimMatch } from '#shared/verify/claims.ts';
import { CheckEvidence, type OpenAgainst } from './check-evidence.tsx';
import { CheckList, type Shown } from './check-list.tsx';
import { startChecks, useCheckRun } from './check-runs.ts';
import { claimMatches, claimsInShort } from './claim-matches.ts';
import { ClaimsTable } from './claims-table.tsx';
import { RunBar } from './run-bar.tsx';
import { type CheckedSample, useCheckedCase } from './use-checked-case.ts';
import { VerdictFoot } from './verdict-foot.tsx';
import classes from './verify.module.css';

function NothingRun({ checked }: { readonly checked: CheckedSample }): ReactNode {
  const { sample } = checked;
  const state = useCheckRun(sample.id);
  return state.kind === 'running' || sample.purgedAt !== null ? null : (
    <EmptyState
      mt={40}
      icon={<IconZoomCheck aria-hidden />}
      title="Not checked yet"
      description={`The checks go through ${counted(sample.rows, 'row')} once and compare columns with each other, with the claims, and with the samples of other cases.`}
    >
      {isCounted(sample) ? (
        <Button onClick={() => void startChecks(sample)}>Run the checks</Button>
      ) : (
        <Text size="sm">
          The checks need the figures of every row, and these are not counted yet. Exposure says how far the count is.
        </Text>
      )}
    </EmptyState>
  );
}

type ResultsProps = {
  readonly checked: CheckedSample;
  readonly matches: readonly ClaimMatch[];
  readonly openAgainst: OpenAgainst;
};

function Results({ checked, matches, openAgainst }: ResultsProps): ReactNode {
  const results = checked.checks?.results ?? [];
  const worst = results.find(({ outcome }) => outcome === 'fail') ?? results[0];
  const [shown, show] = useState<Shown>(worst?.id ?? 'claims');
  const result = results.find(({ id }) => id === shown);
  return (
    <div className={classes['columns']}>
      <CheckList results={results} shown={shown} choose={show} claims={claimsInShort(matches)} />
      <Box component="section" tabIndex={0} className={classes['evidence'] ?? ''} aria-label="Evidence">
        {result === undefined ? (
          <ClaimsTable matches={matches} />
        ) : (
          <CheckEvidence checked={checked} result={result} openAgainst={openAgainst} />
        )}
      </Box>
    </div>
  );
}

type VerifyTabProps = {
  readonly caseId: CaseId;
  readonly openAgainst: OpenAgainst;
  readonly openSamples: () => void;
};

/** Whether a leak is what it is said to be: the checklist, the evidence behind each check, and the verdict. */
export function VerifyTab({ caseId, openAgainst, openSamples }: VerifyTabProps): ReactNode {
  const found = useCheckedCase(caseId);
  const [wanted, choose] = useState<string | null>(null);
  if (found === undefined) {
    return null;
  }
  const { samples, claims, verdict } = found;
  const chosen = samples.find(({ sample }) => sample.id === wanted) ?? samples.at(-1);
  if (chosen === undefined) {
    return (
      <EmptyState
        mt={40}
        icon={<IconFileUnknown aria-hidden />}
        title="Nothing to check yet"
        description="The checks read the rows of a sample. Import one under Samples, then come back."
      >
        <Button variant="default" onClick={openSamples}>
          Go to Samples
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className={classes['screen']}>
      <RunBar samples={samples} chosen={chosen} choose={choose} />
      {chosen.checks === null ? (
        <NothingRun checked={chosen} />
      ) : (
        <Results
          key={chosen.sample.id}
          checked={chosen}
          matches={claimMatches(claims, verdict)}
          openAgainst={openAgainst}
        />
      )}
      {verdict !== null && (verdict.checks.length > 0 || verdict.decision !== null) && (
        <VerdictFoot verdict={verdict} />
      )}
    </div>
  );
}
