import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { Circumstance, SeverityInputId, SeverityInputs } from '../domain/severity.ts';
import type { Offer } from './offer.ts';
import { proposeDataClass } from './propose-data-class.ts';
import { proposeIdentification } from './propose-identification.ts';
import type { ProposedInput } from './proposed-input.ts';
import { type BandChange, changesOfBand, type Severity, severityOf } from './severity.ts';
import { type ExposedTable, peopleSeen, type SeverityFacts } from './severity-facts.ts';

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

const recipients: Readonly<Record<Offer, string>> = {
  none: 'Somebody outside holds the data, and how many have it is unknown.',
  listed: 'A listing of the data is kept, and how many have the data is unknown.',
  'for-sale': 'The data is offered for sale, and how many buy it is unknown.',
};

const intents: Readonly<Record<Offer, ProposedInput>> = {
  none: because(0, 'No claim of a listing stands, and a file alone does not say that it was taken with intent.'),
  listed: because(
    0.5,
    'A listing of the data is kept: whoever passes data on means to. Where it only reports on the leak, set 0.',
  ),
  'for-sale': because(0.5, 'The data is offered for sale, which nobody does by mistake.'),
};

function proposeCircumstances({ offer }: SeverityFacts): Readonly<Record<Circumstance, ProposedInput>> {
  return {
    confidentiality: because(0.5, recipients[offer]),
    integrity: because(0, 'Nothing that is kept says that the victim’s data was altered.'),
    availability: because(0, 'Nothing that is kept says that the victim lost its data.'),
    intent: intents[offer],
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

const unseen: ExposedTable = { name: '', rows: 1, fields: [], people: null };

/** A table as it would be if the claimed types stood in each of its rows, in clear, beside what is seen. */
function withClaimed(table: ExposedTable, claimed: readonly FieldTypeId[]): ExposedTable {
  const { rows } = table;
  const added = claimed.map((fieldType) => ({
    ...{ fieldType, rows, filled: rows, valid: rows, distinct: rows, masked: 0 },
  }));
  return { ...table, fields: [...table.fields.filter(({ fieldType }) => !claimed.includes(fieldType)), ...added] };
}

/**
 * The severity that would follow were all that the seller claims true: what is seen stays and is never less, and the claimed
 * types come to each table. Null where nothing is claimed, or where that leads to the score that is proposed anyway.
 */
export function severityAsClaimed(facts: SeverityFacts): Severity | null {
  const { tables, claimed = [] } = facts;
  const joined = (tables.length === 0 ? [unseen] : tables).map((table) => withClaimed(table, claimed));
  // A table as it is shows the history of its people, which a claimed key would hide.
  const { severity } = proposeSeverity({ ...facts, tables: [...tables, ...joined] });
  return severity?.score === proposeSeverity(facts).severity?.score ? null : severity;
}
