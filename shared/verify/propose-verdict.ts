import { type CheckId, type CheckOutcome, type CheckResult, checkIds } from '../domain/check.ts';
import type { Assessment, AuthenticityStatus } from '../domain/verdict.ts';
import { counted } from '../lib/counted.ts';
import type { SellerFacts } from './checked-table.ts';
import { checkOf } from './checks.ts';

/** What the proposal knows beside the checks: the rows of all samples together, and the seller. */
export type VerdictFacts = { readonly rows: number; readonly seller: SellerFacts | null };

/** Relations between columns that a maker of made-up rows would have to think of, one by one. */
const relations: readonly CheckId[] = ['ric-birth', 'ric-sex', 'phone-region', 'seq-id', 'item-price'];

/**
 * Signs that values were made up. One alone may have an innocent reason (numbers drawn by design, times in another zone, a
 * masked column); three do not meet by accident. `ric-check` alone suffices: real ids never fall to the level of chance.
 */
const madeUpSigns: readonly CheckId[] = [
  'ric-region',
  'ric-birth',
  'ric-sex',
  'age-curve',
  'checksum',
  'mobile-prefix',
  'phone-region',
  'email-domain',
  'email-unique',
  'name-real',
  'seq-id',
  'time-sane',
  'price-end',
  'item-price',
  'order-id',
  'hash-style',
  'faker',
];
const enoughSigns = 3;
const enoughRelations = 3;
const tooFewRows = 50;

const precedence: readonly CheckOutcome[] = ['fail', 'pass', 'warn', 'not-run'];

/** One outcome for each check over all samples: what fails in one of them fails, what passes in one passes otherwise. */
function outcomesOf(results: readonly CheckResult[]): ReadonlyMap<CheckId, CheckOutcome> {
  return new Map(
    checkIds.map((id) => {
      const seen = results.filter((result) => result.id === id).map(({ outcome }) => outcome);
      return [id, precedence.find((outcome) => seen.includes(outcome)) ?? 'not-run'];
    }),
  );
}

/** What the checks come to: which failed, which relations held, and how many could be run. */
type Balance = {
  readonly failed: readonly CheckId[];
  readonly signs: readonly CheckId[];
  readonly held: readonly CheckId[];
  readonly ran: number;
};

function balanceOf(results: readonly CheckResult[]): Balance {
  const outcomes = outcomesOf(results);
  const having = (ids: readonly CheckId[], outcome: CheckOutcome): CheckId[] =>
    ids.filter((id) => outcomes.get(id) === outcome);
  return {
    failed: having(checkIds, 'fail'),
    signs: having(madeUpSigns, 'fail'),
    held: having(relations, 'pass'),
    ran: checkIds.length - having(checkIds, 'not-run').length,
  };
}

function named(ids: readonly CheckId[]): string {
  return ids.map((id) => `“${checkOf(id).title}”`).join(', ');
}

/** A status, the grade of the information, the likelihood that the leak is authentic, and why. */
type Judgement = Pick<Assessment, 'status' | 'credibility' | 'likelihood'> & { readonly why: string };

function fabricatedBy({ failed, signs }: Balance): Judgement | null {
  const isDrawn = failed.includes('ric-check');
  if (!isDrawn && signs.length < enoughSigns) {
    return null;
  }
  const which: readonly CheckId[] = isDrawn ? ['ric-check', ...signs] : signs;
  return {
    status: 'likely-fabricated',
    credibility: '5',
    likelihood: isDrawn || signs.length >= 2 * enoughSigns ? 'very-unlikely' : 'unlikely',
    why: `${counted(which.length, 'check')} found made-up values: ${named(which)}.`,
  };
}

function recycled(why: string): Judgement {
  return { status: 'likely-recycled', credibility: '4', likelihood: 'unlikely', why };
}

function judgementOf(balance: Balance, { rows }: VerdictFacts): Judgement {
  const { failed, held } = balance;
  if (failed.includes('known-leak')) {
    return recycled('More than half of the rows or identifiers are in a sample of another case.');
  }
  const fabricated = fabricatedBy(balance);
  if (fabricated !== null) {
    return fabricated;
  }
  if (failed.includes('plus-alias')) {
    return recycled('Aliases in the mail addresses name another site than the listing.');
  }
  if (held.length >= enoughRelations && failed.length === 0) {
    const isStrong = held.length > enoughRelations && rows >= 1000;
    return {
      status: 'likely-authentic',
      credibility: '2',
      likelihood: isStrong ? 'very-likely' : 'likely',
      why: `${held.length} independent relations between columns hold, and no check failed: ${named(held)}.`,
    };
  }
  return unverified(balance, rows);
}

function unverified({ failed, held, ran }: Balance, rows: number): Judgement {
  const status: AuthenticityStatus = 'unverified';
  if (rows < tooFewRows) {
    const why = `With ${counted(rows, 'row')} there is too little to judge by.`;
    return { status, credibility: '6', likelihood: 'roughly-even', why };
  }
  const others = failed.filter((id) => id !== 'claim-size');
  if (others.length > 0) {
    const why = `${counted(others.length, 'check')} failed, too few to call the data made up: ${named(others)}.`;
    return { status, credibility: '4', likelihood: 'unlikely', why };
  }
  const why = `${held.length} of the ${enoughRelations} relations between columns that are needed are known to hold, and no check failed.`;
  return { status, credibility: ran < 5 ? '6' : '3', likelihood: 'roughly-even', why };
}

/** The reliability of the source: a seller nobody knows cannot be judged; nobody who sells stolen data is completely reliable. */
function reliabilityOf(seller: SellerFacts | null): Assessment['reliability'] {
  const faked = seller?.fakedOffers ?? 0;
  const proven = seller?.provenOffers ?? 0;
  if (faked > 0) {
    return faked >= proven ? 'E' : 'D';
  }
  if (proven === 0) {
    return 'F';
  }
  return proven >= 3 ? 'B' : 'C';
}

/** Confidence rests on how much was looked at. Real rows do not prove their source, so that it is never high for them. */
function confidenceOf(status: AuthenticityStatus, { ran }: Balance, rows: number): Assessment['confidence'] {
  if (rows < 200 || ran < 6 || status === 'unverified') {
    return 'low';
  }
  return status !== 'likely-authentic' && rows >= 1000 && ran >= 12 ? 'high' : 'moderate';
}

const likelihoodWords: Readonly<Record<Assessment['likelihood'], string>> = {
  'almost-no-chance': 'There is almost no chance (1–5 %)',
  'very-unlikely': 'It is very unlikely (5–20 %)',
  unlikely: 'It is unlikely (20–45 %)',
  'roughly-even': 'The chance is roughly even (45–55 %)',
  likely: 'It is likely (55–80 %)',
  'very-likely': 'It is very likely (80–95 %)',
  'almost-certain': 'It is almost certain (95–99 %)',
};

/**
 * What the machine proposes of a leak, from the results of all its samples; the analyst decides. Its rule is written out in
 * docs/authenticity.md. Likelihood and confidence never share a sentence (ICD 203).
 */
export function proposeVerdict(results: readonly CheckResult[], facts: VerdictFacts): Assessment {
  const balance = balanceOf(results);
  const { status, credibility, likelihood, why } = judgementOf(balance, facts);
  const confidence = confidenceOf(status, balance, facts.rows);
  return {
    status,
    reliability: reliabilityOf(facts.seller),
    credibility,
    likelihood,
    confidence,
    reasons: [
      why,
      `${likelihoodWords[likelihood]} that the data is what the seller says.`,
      `Confidence in this is ${confidence}: ${balance.ran} of ${checkIds.length} checks could be run, over ${counted(facts.rows, 'row')}.`,
      'Real rows do not prove the named source: they may come from somewhere else.',
    ],
  };
}
