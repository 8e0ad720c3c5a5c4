import type { Circumstance, SeverityInputId, SeverityInputs } from '../domain/severity.ts';
import { proposeDataClass } from './propose-data-class.ts';
import { proposeIdentification } from './propose-identification.ts';
import type { ProposedInput } from './proposed-input.ts';
import { type BandChange, changesOfBand, type Severity, severityOf } from './severity.ts';
import { peopleSeen, type SeverityFacts } from './severity-facts.ts';

/** A proposed value for every input, with reasons. */
export type ProposedInputs = Readonly<Record<SeverityInputId, ProposedInput>>;

/** A severity as the machine proposes it; `severity` is null where no data was seen. */
export type SeverityProposal = {
  readonly inputs: ProposedInputs;
  readonly severity: Severity | null;
  readonly changes: readonly BandChange[];
  /** People seen at least. Above 100 the method asks to note it beside the score. */
  readonly people: number;
};

/** More people than this are noted beside the score, which does not count them. */
export const manyPeople = 100;

function because(value: number, reason: string): ProposedInput {
  return { value, reasons: [reason], figures: [] };
}

function proposeCircumstances({ isOffered }: SeverityFacts): Readonly<Record<Circumstance, ProposedInput>> {
  return {
    confidentiality: because(
      0.5,
      isOffered
        ? 'The data is offered to whoever pays: the number of recipients is unknown.'
        : 'Somebody outside holds the data, and how many have it is unknown.',
    ),
    integrity: because(0, 'Nothing that is kept says that the victim’s data was altered.'),
    availability: because(0, 'Nothing that is kept says that the victim lost its data.'),
    intent: isOffered
      ? because(0.5, 'The data is offered for sale, which nobody does by mistake.')
      : because(0, 'No listing is kept, and a file alone does not say that it was taken with intent.'),
  };
}

/** The bare values of proposed inputs. */
export function valuesOf(inputs: ProposedInputs): SeverityInputs {
  const of = (id: SeverityInputId): number => inputs[id].value;
  return {
    ...{ simple: of('simple'), behavioural: of('behavioural'), financial: of('financial'), sensitive: of('sensitive') },
    identification: of('identification'),
    ...{ confidentiality: of('confidentiality'), integrity: of('integrity'), availability: of('availability') },
    intent: of('intent'),
  };
}

/**
 * What the machine proposes as the severity of a leak, from what the tables show; every input carries its reasons, and the
 * analyst may change each. What the seller claims is no part of it: see `severityAsClaimed`.
 */
export function proposeSeverity(facts: SeverityFacts): SeverityProposal {
  const inputs: ProposedInputs = {
    simple: proposeDataClass('simple', facts),
    behavioural: proposeDataClass('behavioural', facts),
    financial: proposeDataClass('financial', facts),
    sensitive: proposeDataClass('sensitive', facts),
    identification: proposeIdentification(facts),
    ...proposeCircumstances(facts),
  };
  const values = valuesOf(inputs);
  return { inputs, severity: severityOf(values), changes: changesOfBand(values), people: peopleSeen(facts) };
}

/** The severity that would follow were all that the seller claims true; null where nothing is claimed. */
export function severityAsClaimed(facts: SeverityFacts): Severity | null {
  const fields = (facts.claimed ?? []).map((fieldType) => ({ fieldType, filled: 1, valid: 1, distinct: 1, masked: 0 }));
  return proposeSeverity({ ...facts, tables: [{ name: '', rows: 1, fields }] }).severity;
}
