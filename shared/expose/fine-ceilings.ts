import type { Money } from '../domain/law.ts';
import type { Regime, RegimeFine } from '../packs/regime-pack.ts';

/** The ceiling of a fine: its rule in words and, where it can be computed, the amount. */
export type Ceiling = {
  readonly label: string;
  readonly article: string;
  /** The rule, then what follows for the turnover given; sentences in the conditional mood. */
  readonly text: string;
  /** Null where the rule leaves two amounts, or where they are in two currencies. */
  readonly amount: Money | null;
  readonly uncertain: string | null;
};

/** An amount as it is written: `EUR 10,000,000`. */
export function moneyText({ amount, currency }: Money): string {
  return `${currency} ${amount.toLocaleString('en', { maximumFractionDigits: 0 })}`;
}

type Share = { readonly percent: number; readonly of: string; readonly share: Money | null };

function shareOf({ percent, of }: RegimeFine, turnover: Money | null): Share | null {
  if (percent === undefined || of === undefined) {
    return null;
  }
  const share = turnover && { amount: (turnover.amount * percent) / 100, currency: turnover.currency };
  return { percent, of, share };
}

const joins: Readonly<Record<'higher' | 'lower' | 'either', string>> = {
  higher: 'whichever is higher',
  lower: 'whichever is lower',
  either: 'the text does not say which counts',
};

/** The amount that the rule leads to, given the share in the currency of the fixed amount. */
function joined({ rule, amount, currency, above }: RegimeFine, share: Money, turnover: Money): Money | null {
  const fixed = { amount, currency };
  switch (rule) {
    case 'fixed':
    case 'per-person':
      return fixed;
    case 'higher':
      return share.amount > amount ? share : fixed;
    case 'lower':
      return share.amount < amount ? share : fixed;
    case 'share-above':
      return turnover.amount > (above ?? 0) ? share : fixed;
    case 'either':
      return null;
  }
}

function ruleText(fine: RegimeFine): string {
  const { rule, amount, currency, percent, of, above } = fine;
  const fixed = moneyText({ amount, currency });
  switch (rule) {
    case 'fixed':
      return `Up to ${fixed}.`;
    case 'per-person':
      return `Up to ${fixed} for each person.`;
    case 'share-above':
      return `Up to ${percent} % of ${of} where that exceeds ${moneyText({ amount: above ?? 0, currency })}, else up to ${fixed}.`;
    default:
      return `Up to ${fixed} or ${percent} % of ${of}: ${joins[rule]}.`;
  }
}

function withTurnover(
  fine: RegimeFine,
  { share, percent, of }: Share,
  turnover: Money,
): Pick<Ceiling, 'amount' | 'text'> {
  const figure = share === null ? '' : moneyText(share);
  const computed = `${percent} % of the turnover given would be ${figure}, if all of it counts as ${of}.`;
  if (share === null || turnover.currency !== fine.currency) {
    return { amount: null, text: `${computed} The two would have to be compared at the rate of the day.` };
  }
  const amount = joined(fine, share, turnover);
  return { amount, text: amount === null ? computed : `${computed} The ceiling would be ${moneyText(amount)}.` };
}

function ceilingOf(fine: RegimeFine, turnover: Money | null): Ceiling {
  const { label, article, note, uncertain = null, amount, currency, rule } = fine;
  const share = shareOf(fine, turnover);
  const isPlain = rule === 'fixed';
  const follows =
    share === null
      ? { amount: isPlain ? { amount, currency } : null, text: '' }
      : turnover === null
        ? { amount: null, text: 'The share needs the annual turnover.' }
        : withTurnover(fine, share, turnover);
  const text = [ruleText(fine), note ?? '', follows.text].filter((part) => part !== '').join(' ');
  return { label, article, text, amount: follows.amount, uncertain };
}

/** The ceilings of a law's fines, computed from the annual turnover where it is given. They are ceilings, not forecasts. */
export function ceilingsOf({ fines }: Regime, turnover: Money | null): Ceiling[] {
  return fines.map((fine) => ceilingOf(fine, turnover));
}
