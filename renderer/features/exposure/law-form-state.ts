import { type LawFacts, lawFactsSchema, operatorKindSchema, type StartEvent, startEvents } from '#shared/domain/law.ts';
import { victimSectorSchema } from '#shared/domain/victim.ts';
import { instantFromLocal, isZone, localTextOf } from '#shared/expose/clocks.ts';

/** What stands in the fields of the form; times are as the zone's clocks show them, `2026-03-28T18:00`. */
export type LawFields = {
  readonly victimCountries: readonly string[];
  readonly peopleCountries: readonly string[];
  readonly sector: string | null;
  readonly role: string | null;
  readonly operator: string;
  readonly isRegistrant: boolean;
  readonly turnover: string;
  readonly currency: string | null;
  readonly zone: string | null;
  readonly moments: Readonly<Record<StartEvent, string>>;
};

/** The fields as they begin. `machineZone` stands in for a zone that was not set. */
export function fieldsOf(facts: LawFacts, machineZone: string): LawFields {
  const zone = facts.zone ?? machineZone;
  const at = (event: StartEvent): string => {
    const moment = facts.moments[event];
    return moment === undefined ? '' : localTextOf(moment, zone);
  };
  return {
    ...facts,
    peopleCountries: facts.peopleCountries ?? [],
    turnover: facts.turnover === null ? '' : String(facts.turnover.amount),
    currency: facts.turnover?.currency ?? null,
    moments: {
      ...{ aware: at('aware'), assessed: at('assessed'), material: at('material') },
      ...{ 'people-told': at('people-told'), reported: at('reported'), handled: at('handled') },
    },
  };
}

/** What is wrong with a form, by field. */
export type LawFieldProblems = { readonly turnover?: string; readonly moments: ReadonlySet<StartEvent> };

function amountOf(text: string): number | null {
  const amount = Number(text.replaceAll(/[\s,]/g, ''));
  return text.trim() !== '' && Number.isFinite(amount) && amount >= 0 ? amount : null;
}

/** The facts that a form stands for, or what has to be mended first. */
export function factsFrom(fields: LawFields, machineZone: string): LawFacts | LawFieldProblems {
  const { sector, role, operator, turnover, currency, zone, moments, ...rest } = fields;
  const inZone = zone !== null && isZone(zone) ? zone : machineZone;
  const read = startEvents
    .filter((event) => moments[event] !== '')
    .map((event) => [event, instantFromLocal(moments[event], inZone)] as const);
  const unread = new Set(read.filter(([, moment]) => moment === null).map(([event]) => event));
  const amount = amountOf(turnover);
  const hasTurnover = turnover.trim() !== '';
  if (unread.size > 0 || (hasTurnover && (amount === null || currency === null))) {
    const problem = amount === null ? 'Write the amount in digits.' : 'Say in which currency.';
    return { moments: unread, ...(hasTurnover && (amount === null || currency === null) && { turnover: problem }) };
  }
  return lawFactsSchema.parse({
    ...rest,
    peopleCountries: fields.peopleCountries.length === 0 ? null : fields.peopleCountries,
    sector: sector === null ? null : victimSectorSchema.parse(sector),
    role,
    operator: operatorKindSchema.parse(operator),
    turnover: hasTurnover ? { amount, currency } : null,
    zone,
    moments: Object.fromEntries(read),
  });
}

/** Whether the facts could be read from the form. */
export function areFacts(read: LawFacts | LawFieldProblems): read is LawFacts {
  return 'victimCountries' in read;
}
