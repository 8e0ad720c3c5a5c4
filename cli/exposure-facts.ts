import type { Combinations } from '#shared/domain/combinations.ts';
import { exposureOf } from '#shared/expose/exposure.ts';
import { proposeSeverity, type SeverityProposal } from '#shared/expose/propose-severity.ts';
import { risksOf } from '#shared/expose/risks.ts';
import { exposedTable, type SeverityFacts } from '#shared/expose/severity-facts.ts';
import type { CheckedAgainst, CheckedAnalysis } from './check-tables.ts';

function combinationFacts({ rows, kinds, kept, rest }: Combinations): object {
  return {
    ...{ rows, kinds, rest },
    kept: kept.map((combination) => ({ ...combination, risks: risksOf(combination.kinds).map(({ id }) => id) })),
  };
}

function severityFacts({ summary, profiles, columns }: CheckedAnalysis, { claims }: CheckedAgainst): SeverityFacts {
  const { name, rows } = summary;
  return {
    tables: [exposedTable({ name, rows, profiles, columns })],
    isOffered: claims.length > 0,
    claimed: claims.flatMap((claim) => (claim.kind === 'field' ? [claim.fieldType] : [])),
  };
}

function severityWithInputs({ inputs, severity, changes }: SeverityProposal): object {
  const proposed = Object.entries(inputs).map(([id, { value, reasons }]) => [id, { value, reasons }]);
  return { severity, inputs: Object.fromEntries(proposed), changes };
}

/** What a table exposes, from the same figures as the screen: by type, in combination, and how severe that is. */
export function exposureFacts(table: CheckedAnalysis, against: CheckedAgainst): object {
  const claims = against.claims.map((content) => ({ content, state: 'proposed' }) as const);
  return {
    types: exposureOf([{ profiles: table.profiles, rows: table.summary.rows, basis: { kind: 'whole' } }], claims).map(
      ({ fieldType, claimed, filled, valid, distinct, distinctIsEstimate, extrapolated }) => ({
        ...{ type: fieldType, claimed, filled, valid, distinct, distinctIsEstimate, extrapolated },
      }),
    ),
    combinations: table.combinations === null ? null : combinationFacts(table.combinations),
    severity: severityWithInputs(proposeSeverity(severityFacts(table, against))),
  };
}
