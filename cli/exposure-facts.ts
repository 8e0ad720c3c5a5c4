import type { Combinations } from '#shared/domain/combinations.ts';
import { noLawFacts } from '#shared/domain/law.ts';
import { caseRegimeFacts } from '#shared/expose/case-law.ts';
import { caseSeverityFacts } from '#shared/expose/case-severity.ts';
import { countdownsOf } from '#shared/expose/clocks.ts';
import { engagedRegimes, type RegimeFacts } from '#shared/expose/engaged-regimes.ts';
import { exposureOf } from '#shared/expose/exposure.ts';
import { proposeSeverity, type SeverityProposal } from '#shared/expose/propose-severity.ts';
import { risksOf } from '#shared/expose/risks.ts';
import type { CheckedAgainst, CheckedAnalysis } from './check-tables.ts';

function combinationFacts({ rows, kinds, kept, rest }: Combinations): object {
  return {
    ...{ rows, kinds, rest },
    kept: kept.map((combination) => ({ ...combination, risks: risksOf(combination.kinds).map(({ id }) => id) })),
  };
}

function severityWithInputs({ inputs, severity, changes }: SeverityProposal): object {
  const proposed = Object.entries(inputs).map(([id, { value, reasons }]) => [id, { value, reasons }]);
  return { severity, inputs: Object.fromEntries(proposed), changes };
}

/** The laws that would be engaged, with their clocks: these stand still, since a file does not say when anybody was aware. */
function regimeFacts(known: RegimeFacts): readonly object[] {
  const engaged = engagedRegimes(known);
  const countdowns = countdownsOf(engaged, { ...noLawFacts, isMalicious: known.isMalicious, zone: 'UTC' });
  return engaged.map(({ regime, engagement, reasons, ceilings }) => ({
    ...{ id: regime.id, law: regime.law, engagement, reasons, ceilings },
    clocks: countdowns
      .filter((countdown) => countdown.regime === regime)
      .map(({ clock, from, until }) => ({ ...clock, from, until })),
  }));
}

/**
 * What a table exposes, from the same figures as the screen: by type, in combination, of whom, how severe that is, and which
 * laws that would engage.
 */
export function exposureFacts(table: CheckedAnalysis, against: CheckedAgainst): object {
  const { summary, profiles, columns, combinations, persons } = table;
  const claims = against.claims.map((content) => ({ content, state: 'proposed' }) as const);
  const sample = { ...summary, profiles, columns, persons, basis: { kind: 'whole' } } as const;
  const severity = caseSeverityFacts({ samples: [sample], claims, checks: [], sector: noLawFacts.sector });
  const proposal = proposeSeverity(severity);
  const band = proposal.severity?.band ?? null;
  const law = caseRegimeFacts({ facts: noLawFacts, severityFacts: severity, claims, checks: [], persons, band });
  return {
    types: exposureOf([sample], claims).map(
      ({ fieldType, claimed, filled, valid, distinct, distinctIsEstimate, extrapolated }) => ({
        ...{ type: fieldType, claimed, filled, valid, distinct, distinctIsEstimate, extrapolated },
      }),
    ),
    combinations: combinations === null ? null : combinationFacts(combinations),
    persons,
    severity: severityWithInputs(proposal),
    regimes: regimeFacts(law),
  };
}
