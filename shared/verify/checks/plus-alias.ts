import type { CheckFigure } from '../../domain/check.ts';
import { counted } from '../../lib/counted.ts';
import { columnsOf, eachCell } from '../cells.ts';
import { type Check, type Finding, found, notRun } from '../check.ts';
import type { CheckedTable } from '../checked-table.ts';
import { CounterRows } from '../counter-rows.ts';
import { shareFigure, Tally } from '../figures.ts';
import { mailParts } from '../mail-domains.ts';

/** Some 0.03 % of addresses carry an alias (HIBP): among fewer than these none need be. */
const expectedFrom = 20_000;
const leastNamed = 3;
const mostWords = 10_000;
const generic = new Set(
  'spam junk test mail email news newsletter shop shopping store order orders web site online account accounts signup register login info promo promos work home private user member leak'.split(
    ' ',
  ),
);

/** The word after the plus that may name a site: letters, four or more, and no word for mail of any kind. */
function siteWord(value: string): string | null {
  const parts = mailParts(value);
  const plus = parts === null ? -1 : parts.local.indexOf('+');
  const word = parts === null || plus < 1 ? '' : parts.local.slice(plus + 1).replaceAll(/[^\p{L}]/gu, '');
  return word.length < 4 || generic.has(word) ? null : word;
}

/** What the listing's title says in a row, to look for a site's name in, and whether it names a site by its domain. */
type Listing = { readonly words: string; readonly namesSite: boolean };

function listingOf({ claims }: CheckedTable): Listing {
  const said = claims.flatMap((claim) => (claim.kind === 'title' ? [claim.text.toLowerCase()] : [])).join(' ');
  return { words: said.replaceAll(/[^\p{L}]/gu, ''), namesSite: /[a-z\d-]{2,}\.[a-z]{2,}/.test(said) };
}

class Aliases {
  readonly #words = new Map<string, { count: number; readonly rows: CounterRows }>();
  readonly #listing: Listing;
  #addresses = 0;
  #named = 0;
  #asClaimed = 0;

  constructor(listing: Listing) {
    this.#listing = listing;
  }

  take(value: string, row: number): void {
    this.#addresses++;
    const word = siteWord(value);
    if (word === null) {
      return;
    }
    this.#named++;
    if (this.#listing.words.includes(word)) {
      this.#asClaimed++;
      return;
    }
    const known = this.#words.get(word) ?? { count: 0, rows: new CounterRows() };
    known.count++;
    known.rows.add(row);
    if (known.count > 1 || this.#words.size < mostWords) {
      this.#words.set(word, known);
    }
  }

  #otherSite(count: number, figure: CheckFigure, rows: CounterRows): Finding {
    const seen = `${count.toLocaleString('en')} of ${counted(this.#named, 'mail alias', 'mail aliases')} name one and the same site.`;
    return this.#listing.namesSite
      ? found(
          'fail',
          figure,
          `${seen} It is not the one in the listing: the data seems to come from there. The rows show which.`,
          rows,
        )
      : found(
          'warn',
          figure,
          `${seen} The listing's title names no site by its domain; compare them yourself. The rows show which.`,
          rows,
        );
  }

  judge(): Finding {
    const top = [...this.#words.values()].reduce<{ count: number; rows: CounterRows } | null>(
      (best, entry) => (best === null || entry.count > best.count ? entry : best),
      null,
    );
    const tally = new Tally();
    tally.of = this.#named;
    tally.hits = this.#asClaimed;
    const figure = shareFigure('aliases that name the claimed site', tally.share);
    if (this.#asClaimed >= leastNamed && this.#asClaimed > (top?.count ?? 0)) {
      return found(
        'pass',
        figure,
        `${counted(this.#asClaimed, 'mail alias', 'mail aliases')} of ${this.#named.toLocaleString('en')} name a word of the listing, more than any other.`,
      );
    }
    if (top !== null && top.count >= leastNamed && top.count * 2 > this.#named && this.#asClaimed === 0) {
      return this.#otherSite(top.count, figure, top.rows);
    }
    if (this.#named > 0 || this.#addresses >= expectedFrom) {
      return found(
        'warn',
        figure,
        `${counted(this.#named, 'mail alias', 'mail aliases')} in ${counted(this.#addresses, 'address', 'addresses')} may name a site, too few or too mixed to say which.`,
      );
    }
    return notRun(
      `None of ${counted(this.#addresses, 'mail address', 'mail addresses')} carries an alias that could name a site; one in some 3,000 does.`,
    );
  }
}

/** Aliases such as `name+site@…`, which customers use to see who passed their address on. */
export const plusAlias: Check = {
  id: 'plus-alias',
  title: 'Mail aliases',
  question: 'Do aliases in the mail addresses name the site that is claimed, or another?',
  start(table) {
    const columns = columnsOf(table, 'email');
    if (columns.length === 0) {
      return 'There is no column of mail addresses.';
    }
    const listing = listingOf(table);
    if (listing.words === '') {
      return 'No claim holds a title, so there is no site to compare the aliases with.';
    }
    const aliases = new Aliases(listing);
    return {
      columns,
      addBlock: (rows) => eachCell(rows, columns, (value, row) => aliases.take(value, row)),
      finish: () => aliases.judge(),
    };
  },
};
