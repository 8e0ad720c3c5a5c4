import { type LawFacts, lawFactsSchema, operatorKindSchema, type StartEvent, startEvents } from '#shared/domain/law.ts';
import { victimSectorSchema } from '#shared/domain/victim.ts';
import { isZone } from '#shared/expose/clocks.ts';
import { momentFrom, momentInZone, momentText } from '#shared/expose/local-moments.ts';

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

/** What a form was opened with: the facts as kept, and the zone that stands in where none is set. */
export type LawFormStart = { readonly facts: LawFacts; readonly machineZone: string };

type Moments = LawFields['moments'];

function momentsBy(textOf: (event: StartEvent) => string): Moments {
  return {
    ...{ aware: textOf('aware'), assessed: textOf('assessed'), material: textOf('material') },
    ...{ 'people-told': textOf('people-told'), reported: textOf('reported'), handled: textOf('handled') },
  };
}

/** The zone that the times of a form are read in. */
function zoneOf(zone: string | null, { machineZone }: LawFormStart): string {
  return zone !== null && isZone(zone) ? zone : machineZone;
}

/** The fields as they begin. */
export function fieldsOf(start: LawFormStart): LawFields {
  const { facts } = start;
  const zone = zoneOf(facts.zone, start);
  return {
    ...facts,
    peopleCountries: facts.peopleCountries ?? [],
    turnover: facts.turnover === null ? '' : String(facts.turnover.amount),
    currency: facts.turnover?.currency ?? null,
    moments: momentsBy((event) => momentText(facts.moments[event], zone)),
  };
}

/** The fields with another zone: kept moments are shown in it, typed ones are read in it. */
export function withZone(fields: LawFields, zone: string | null, start: LawFormStart): LawFields {
  const [from, to] = [zoneOf(fields.zone, start), zoneOf(zone, start)];
  const { moments: kept } = start.facts;
  const moments = momentsBy((event) => momentInZone(fields.moments[event], { from, to, kept: kept[event] }));
  return { ...fields, zone, moments };
}

/** What is wrong with a form, by field. */
export type LawFieldProblems = { readonly turnover?: string; readonly moments: ReadonlySet<StartEvent> };

function amountOf(text: string): number | null {
  const amount = Number(text.replaceAll(/[\s,]/g, ''));
  return text.trim() !== '' && Number.isFinite(amount) && amount >= 0 ? amount : null;
}

/** The facts that a form stands for, or what has to be mended first. */
export function factsFrom(fields: LawFields, start: LawFormStart): LawFacts | LawFieldProblems {
  const { sector, role, operator, turnover, currency, zone, moments, ...rest } = fields;
  const inZone = zoneOf(zone, start);
  const read = startEvents
    .filter((event) => moments[event] !== '')
    .map((event) => [event, momentFrom(moments[event], inZone, start.facts.moments[event])] as const);
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
    done: start.facts.done,
  });
}

/** Whether the facts could be read from the form. */
export function areFacts(read: LawFacts | LawFieldProblems): read is LawFacts {
  return 'victimCountries' in read;
}
