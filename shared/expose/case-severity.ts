import { type Claim, standingClaims } from '../domain/claim.ts';
import type { SeverityOverride } from '../domain/consequence.ts';
import type { Persons } from '../domain/persons.ts';
import type { Counted, Sample } from '../domain/sample.ts';
import type { SeverityInputs } from '../domain/severity.ts';
import type { SampleChecks } from '../domain/verdict.ts';
import type { VictimSector } from '../domain/victim.ts';
import { rowsCounted } from './basis.ts';
import { offerOf } from './offer.ts';
import { personsFor } from './person-words.ts';
import { proposeSeverity, type SeverityProposal, valuesOf } from './propose-severity.ts';
import { type BandChange, changesOfBand, type Severity, severityOf } from './severity.ts';
import { daysBetween, exposedTable, type SeverityFacts } from './severity-facts.ts';

/** The records of a case that its severity is proposed from. */
export type CaseRecords = {
  readonly samples: readonly Counted<Pick<Sample, 'name' | 'rows' | 'basis' | 'profiles' | 'persons'>>[];
  readonly claims: readonly Pick<Claim, 'content' | 'state'>[];
  /** The checks that were run; the span of the times is taken from them. */
  readonly checks: readonly Pick<SampleChecks, 'observed'>[];
  /** What the victim does, as the analyst has set it. */
  readonly sector: VictimSector | null;
};

/** Whose data the sample with most people holds; those of several samples may be the same. */
function mostPersons(samples: readonly Pick<Sample, 'persons'>[]): Persons | null {
  const found = samples.flatMap(({ persons }) => persons ?? []).toSorted((a, b) => b.persons - a.persons);
  return found[0] ?? null;
}

function agesOf(samples: CaseRecords['samples']): Pick<SeverityFacts, 'minors' | 'knownAges'> {
  const found = mostPersons(samples);
  return found === null
    ? {}
    : { minors: personsFor(found, found.ages.under18), knownAges: personsFor(found, found.ages.known) };
}

function spanOf(checks: CaseRecords['checks']): number | null {
  const spans = checks.flatMap(({ observed: { days } }) => (days === null ? [] : [daysBetween(days.first, days.last)]));
  return spans.length === 0 ? null : Math.max(...spans);
}

/** What is known of a case for its severity. Claims that the analyst rejected are left out. */
function caseSeverityFacts({ samples, claims, checks, sector }: CaseRecords): SeverityFacts {
  return {
    tables: samples.map((sample) => exposedTable({ ...sample, rows: rowsCounted(sample) })),
    offer: offerOf(claims),
    claimed: standingClaims(claims).flatMap((content) => (content.kind === 'field' ? [content.fieldType] : [])),
    spanDays: spanOf(checks),
    sector,
    ...agesOf(samples),
  };
}

/** A severity as it stands: the proposal, with what the analyst set against it. */
type DecidedSeverity = {
  readonly inputs: SeverityInputs;
  readonly severity: Severity | null;
  readonly changes: readonly BandChange[];
};

/** Puts the analyst's values over the proposed ones and computes the severity anew. */
function decideSeverity(proposal: SeverityProposal, overrides: readonly SeverityOverride[]): DecidedSeverity {
  const set = Object.fromEntries(overrides.map(({ input, value }) => [input, value]));
  const inputs = { ...valuesOf(proposal.inputs), ...set };
  return { inputs, severity: severityOf(inputs), changes: changesOfBand(inputs) };
}

/** The severity of a case with everything that it was computed from. */
export type SeverityFound = {
  readonly facts: SeverityFacts;
  readonly proposal: SeverityProposal;
  /** The severity as it stands; `decided.severity` is null where no data is seen. */
  readonly decided: DecidedSeverity;
  /** Whose data the sample with most people holds. */
  readonly persons: Persons | null;
};

/** The severity of a case from its records: what they propose, with what the analyst set against it. */
export function severityOfRecords(records: CaseRecords, overrides: readonly SeverityOverride[]): SeverityFound {
  const facts = caseSeverityFacts(records);
  const proposal = proposeSeverity(facts);
  return { facts, proposal, decided: decideSeverity(proposal, overrides), persons: mostPersons(records.samples) };
}
