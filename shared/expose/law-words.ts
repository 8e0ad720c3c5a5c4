import type { Instant } from '../domain/instant.ts';
import type { LawFacts, OperatorKind, StartEvent } from '../domain/law.ts';
import { startEvents } from '../domain/law.ts';
import { countryName } from '../packs/countries.ts';
import type { RegimeClock } from '../packs/regime-pack.ts';
import { zonedText } from './clocks.ts';
import type { Engagement } from './engaged-regimes.ts';
import { moneyText } from './fine-ceilings.ts';
import { sectorWords } from './sector-words.ts';

/** What each kind of operator is called. */
export const operatorWords: Readonly<Record<OperatorKind, string>> = {
  ordinary: 'Ordinary operator',
  critical: 'Critical information infrastructure',
  'state-body': 'Central or state body',
};

/** What each role is called. */
export const roleWords: Readonly<Record<NonNullable<LawFacts['role']>, string>> = {
  controller: 'Controller: decides why and how data is processed',
  processor: 'Processor: works on behalf of a controller',
};

/** What each moment is called from which a clock may start. */
export const startEventWords: Readonly<Record<StartEvent, string>> = {
  aware: 'The victim is aware of the leak',
  assessed: 'The victim has assessed it',
  material: 'The victim has found it material',
  'people-told': 'The people are told',
  reported: 'The authority has the first notice',
  handled: 'The handling has ended',
};

/** How sure it is that a law is engaged. */
export const engagementWords: Readonly<Record<Engagement, string>> = {
  likely: 'would likely be engaged',
  possible: 'might be engaged',
};

const unitWords: Readonly<Record<RegimeClock['unit'], readonly [one: string, many: string]>> = {
  h: ['hour', 'hours'],
  d: ['calendar day', 'calendar days'],
  bd: ['business day', 'business days'],
};

/** The length of a time limit: `72 hours`. */
export function lengthText({ amount, unit }: Pick<RegimeClock, 'amount' | 'unit'>): string {
  return `${amount} ${unitWords[unit][amount === 1 ? 0 : 1]}`;
}

function countriesText(codes: readonly string[]): string {
  return codes.length === 0 ? 'not set' : codes.map(countryName).join(', ');
}

/** Every fact in words, by what it is called; of the duties, those of these time limits. */
function inWords(facts: LawFacts, limits: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const { victimCountries, peopleCountries, sector, role, operator, isRegistrant, turnover, zone } = facts;
  const at = (moment: Instant | undefined): string =>
    moment === undefined ? 'not set' : zonedText(moment, zone ?? 'UTC');
  return new Map([
    ['victim’s countries', countriesText(victimCountries)],
    ['people’s countries', peopleCountries === null ? 'as the data shows' : countriesText(peopleCountries)],
    ['sector', sector === null ? 'not set' : sectorWords[sector]],
    ['role', role ?? 'not set'],
    ['kind of operator', operatorWords[operator].toLowerCase()],
    ['files with the SEC', isRegistrant ? 'yes' : 'no'],
    ['annual turnover', turnover === null ? 'not set' : moneyText(turnover)],
    ...startEvents.map((event) => [startEventWords[event], at(facts.moments[event])] as const),
    ...[...limits].map(([key, name]) => [`done: ${name}`, at(facts.done[key])] as const),
    ['time zone', zone ?? 'that of the machine'],
  ]);
}

/** Which facts differ, each with its new value; '' where none does. `limitName` says what a time limit is called by its key. */
export function changedFacts(before: LawFacts, after: LawFacts, limitName: (key: string) => string): string {
  const keys = Object.keys({ ...before.done, ...after.done });
  const limits = new Map(keys.map((key) => [key, limitName(key)]));
  const earlier = inWords(before, limits);
  return [...inWords(after, limits)]
    .filter(([name, text]) => earlier.get(name) !== text)
    .map(([name, text]) => `${name}: ${text}`)
    .join('; ');
}
