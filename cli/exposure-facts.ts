import type { Combinations } from '#shared/domain/combinations.ts';
import { noLawFacts } from '#shared/domain/law.ts';
import type { Persons } from '#shared/domain/persons.ts';
import { type LawFound, lawOfRecords } from '#shared/expose/case-law.ts';
import { severityOfRecords } from '#shared/expose/case-severity.ts';
import { exposureOf } from '#shared/expose/exposure.ts';
import { personsFor } from '#shared/expose/person-words.ts';
import type { SeverityProposal } from '#shared/expose/propose-severity.ts';
import { risksOf } from '#shared/expose/risks.ts';
import type { CheckedAgainst, CheckedAnalysis } from './check-tables.ts';

function combinationFacts({ rows, kinds, kept, rest }: Combinations): object {
  return {
    ...{ rows, kinds, rest },
    kept: kept.map((combination) => ({ ...combination, risks: risksOf(combination.kinds).map(({ id }) => id) })),
  };
}

/** The figures of all persons, as on the screen: those that were looked at one by one stand for the others. */
function personFacts(found: Persons): Persons {
  const scaled = <T extends { readonly persons: number }>(one: T): T => ({
    ...one,
    persons: personsFor(found, one.persons),
  });
  const { known, under14, under18 } = found.ages;
  return {
    ...found,
    countries: found.countries.map(scaled),
    provinces: found.provinces.map(({ source, counts }) => ({ source, counts: counts.map(scaled) })),
    decades: found.decades.map(scaled),
    ages: {
      known: personsFor(found, known),
      under14: personsFor(found, under14),
      under18: personsFor(found, under18),
    },
    special: found.special.map(scaled),
    specialByLaw: found.specialByLaw.map(scaled),
  };
}

function severityWithInputs({ inputs, severity, changes }: SeverityProposal): object {
  const proposed = Object.entries(inputs).map(([id, { value, reasons }]) => [id, { value, reasons }]);
  return { severity, inputs: Object.fromEntries(proposed), changes };
}

/** The laws that would be engaged, with their clocks: these stand still, since a file does not say when anybody was aware. */
function regimeFacts({ engaged, countdowns }: LawFound): readonly object[] {
  return engaged.map(({ regime, engagement, reasons, ceilings }) => ({
    ...{ id: regime.id, law: regime.law, engagement, reasons, ceilings },
    clocks: countdowns
      .filter((countdown) => countdown.regime === regime)
      .map(({ clock, from, until, met }) => ({ ...clock, from, until, met })),
  }));
}

/**
 * What a table exposes, from the same figures as the screen: by type, in combination, of whom, how severe that is, and which
 * laws that would engage.
 */
export function exposureFacts(table: CheckedAnalysis, against: CheckedAgainst): object {
  const { summary, profiles, combinations, persons, observed } = table;
  const claims = against.claims.map((content) => ({ content, state: 'proposed' }) as const);
  const sample = { ...summary, profiles, persons, basis: { kind: 'whole' } } as const;
  const checks = [{ observed }];
  const severity = severityOfRecords({ samples: [sample], claims, checks, sector: noLawFacts.sector }, []);
  return {
    types: exposureOf([sample], claims).map(
      ({ fieldType, claimed, filled, valid, distinct, distinctIsEstimate, extrapolated }) => ({
        ...{ type: fieldType, claimed, filled, valid, distinct, distinctIsEstimate, extrapolated },
      }),
    ),
    combinations: combinations === null ? null : combinationFacts(combinations),
    persons: persons === null ? null : personFacts(persons),
    severity: severityWithInputs(severity.proposal),
    regimes: regimeFacts(lawOfRecords({ facts: noLawFacts, claims, checks, severity }, 'UTC')),
  };
}
