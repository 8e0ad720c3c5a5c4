import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { Money, OperatorKind } from '../domain/law.ts';
import { counted } from '../lib/counted.ts';
import { countryName } from '../packs/countries.ts';
import { fieldTypes } from '../packs/field-types.ts';
import type { Regime, TriggerData } from '../packs/regime-pack.ts';
import { regimes } from '../packs/regimes.ts';
import { type Ceiling, ceilingsOf } from './fine-ceilings.ts';
import type { SeverityBand } from './severity.ts';

/** A country of the victim or of the people, and where that is known from. */
export type CountryFact = { readonly country: string; readonly basis: 'decided' | 'claimed' | 'observed' };

/** Everything that tells whether a law may be engaged. */
export type RegimeFacts = {
  readonly victimCountries: readonly CountryFact[];
  readonly peopleCountries: readonly CountryFact[];
  /** Field types seen in the data. */
  readonly data: readonly FieldTypeId[];
  /** How many people are seen at least, and how many records the seller claims. */
  readonly people: { readonly seen: number; readonly claimed: number | null };
  readonly hasMinors: boolean;
  /** Whether a listing of the data is kept, and whether the data is for sale, so that the act would be malicious. */
  readonly isListed: boolean;
  readonly isMalicious: boolean;
  readonly operator: OperatorKind;
  readonly isRegistrant: boolean;
  readonly turnover: Money | null;
  /** The band of the severity; null where there is none. */
  readonly band: SeverityBand | null;
};

/** How sure it is that a law is engaged. No machine can be surer than `likely`: counsel decides. */
export type Engagement = 'likely' | 'possible';

/** A law that may be engaged, why, and the ceilings of its fines. */
export type EngagedRegime = {
  readonly regime: Regime;
  readonly engagement: Engagement;
  readonly reasons: readonly string[];
  readonly ceilings: readonly Ceiling[];
};

/** A sentence that speaks for a law, and whether it does so firmly. */
type Ground = { readonly text: string; readonly isFirm: boolean };

const basisWords: Readonly<Record<CountryFact['basis'], string>> = {
  decided: 'as you have set',
  claimed: 'as the seller claims',
  observed: 'as the data shows',
};

function placesIn({ countries }: Regime, facts: readonly CountryFact[]): readonly CountryFact[] {
  return facts.filter(({ country }) => countries.includes(country));
}

function named(facts: readonly CountryFact[]): string {
  return facts.map(({ country, basis }) => `${countryName(country)} (${basisWords[basis]})`).join(', ');
}

/** By what a law would reach the case; none, and it is not engaged. */
function reachOf(regime: Regime, facts: RegimeFacts): Ground[] {
  const { by } = regime.reach;
  const victims = by.includes('victim') ? placesIn(regime, facts.victimCountries) : [];
  const people = by.includes('people') ? placesIn(regime, facts.peopleCountries) : [];
  const part = regime.partOf === undefined ? '' : ` How many of them live in ${regime.partOf} is not known.`;
  return [
    ...(victims.length === 0
      ? []
      : [
          {
            text: `The victim would be in ${named(victims)}.`,
            isFirm: victims.some(({ basis }) => basis === 'decided'),
          },
        ]),
    ...(people.length === 0 ? [] : [{ text: `People would be in ${named(people)}.${part}`, isFirm: false }]),
    ...(by.includes('registrant') && facts.isRegistrant
      ? [{ text: 'The victim files with the SEC, as you have set.', isFirm: true }]
      : []),
  ];
}

const groupOfType = new Map(fieldTypes.map(({ id, group }) => [id, group]));
const dpcOfType = new Map(fieldTypes.map(({ id, dpc }) => [id, dpc]));
const sensitiveBase = 4;

function holds(kind: TriggerData, { data, hasMinors }: RegimeFacts): boolean {
  switch (kind) {
    case 'minors':
      return hasMinors;
    case 'sensitive':
      return data.some((id) => dpcOfType.get(id) === sensitiveBase);
    default:
      return data.some((id) => groupOfType.get(id) === kind);
  }
}

const dataWords: Readonly<Record<TriggerData, string>> = {
  sensitive: 'sensitive data',
  financial: 'financial data',
  'government-id': 'numbers of identity documents',
  credential: 'credentials',
  minors: 'data of minors',
};

function byCount(threshold: number | undefined, { seen, claimed }: RegimeFacts['people']): Ground[] {
  if (threshold === undefined) {
    return [];
  }
  if (seen >= threshold) {
    return [{ text: `${counted(seen, 'person', 'people')} or more are seen.`, isFirm: true }];
  }
  return claimed !== null && claimed >= threshold
    ? [
        {
          text: `The seller claims ${counted(claimed, 'record')}; ${counted(seen, 'person', 'people')} are seen.`,
          isFirm: false,
        },
      ]
    : [];
}

function malice({ isListed, isMalicious }: RegimeFacts): Ground[] {
  if (isMalicious) {
    return [{ text: 'The data is offered for sale, so that the act would be malicious.', isFirm: true }];
  }
  return isListed
    ? [
        {
          text: 'A listing of the data is kept, but no price: whether the act was malicious is yours to judge.',
          isFirm: false,
        },
      ]
    : [];
}

/** What reaches the threshold of a law's duty, as far as that is known. */
function triggersOf({ trigger }: Regime, facts: RegimeFacts): Ground[] {
  const data = (trigger?.data ?? []).filter((kind) => holds(kind, facts));
  const isRisky = trigger?.risk === true && facts.band !== null && facts.band !== 'low';
  return [
    ...byCount(trigger?.people, facts.people),
    ...(data.length === 0
      ? []
      : [
          {
            text: `There is ${data.map((kind) => dataWords[kind]).join(', ')}.`,
            isFirm: trigger?.uncertain === undefined,
          },
        ]),
    ...(trigger?.malicious === true ? malice(facts) : []),
    ...(isRisky ? [{ text: 'The severity lies above low, which speaks for a risk to people.', isFirm: true }] : []),
  ];
}

function thresholdReasons({ trigger }: Regime, grounds: readonly Ground[]): string[] {
  if (trigger === undefined) {
    return [];
  }
  const found = grounds.map(({ text }) => text);
  return [
    `Threshold: ${trigger.text}`,
    ...(found.length === 0 ? ['Nothing that is known reaches it yet.'] : found),
    ...(trigger.uncertain === undefined ? [] : [`Uncertain: ${trigger.uncertain}`]),
  ];
}

function judge(regime: Regime, facts: RegimeFacts): EngagedRegime[] {
  const reach = reachOf(regime, facts);
  if (reach.length === 0) {
    return [];
  }
  const triggers = triggersOf(regime, facts);
  const isReached = reach.some(({ isFirm }) => isFirm);
  const isTriggered = regime.trigger === undefined || triggers.some(({ isFirm }) => isFirm);
  return [
    {
      regime,
      engagement: isReached && isTriggered && regime.voluntary !== true ? 'likely' : 'possible',
      reasons: [...reach.map(({ text }) => text), ...thresholdReasons(regime, triggers)],
      ceilings: ceilingsOf(regime, facts.turnover),
    },
  ];
}

/**
 * The laws that would be engaged by what is known, the likely ones first, each with its reasons. What reaches a law only by
 * the country of the people, or only by a claim of the seller, makes it possible and no more. Counsel decides.
 */
export function engagedRegimes(facts: RegimeFacts): EngagedRegime[] {
  const engaged = regimes.flatMap((regime) => judge(regime, facts));
  return [
    ...engaged.filter(({ engagement }) => engagement === 'likely'),
    ...engaged.filter(({ engagement }) => engagement === 'possible'),
  ];
}
