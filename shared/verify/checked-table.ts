import { type ClaimContent, claimOf } from '../domain/claim.ts';
import type { Encoding } from '../domain/dialect.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { Share } from '../lib/wilson.ts';

/** A column as the checks know it: its header and the type that counts for it, the analyst's before the machine's. */
export type CheckedColumn = { readonly header: string; readonly fieldType: FieldTypeId };

/**
 * What an earlier sample of another case shares with this one, by fingerprints (`containment` of shared/search). `rows` is
 * null where the two cannot be compared row by row; `types` are shares of the different values of one type.
 */
export type EarlierSample = {
  readonly name: string;
  readonly rows: Share | null;
  readonly types: readonly { readonly fieldType: FieldTypeId; readonly share: Share }[];
};

/** What the analyst knows of the seller. A number that nobody knows is null. */
export type SellerFacts = {
  /** How long the account has been there when it posted the listing, in days. */
  readonly accountAgeDays: number | null;
  /** Earlier offers of the seller that turned out real, and that turned out made up or recycled. */
  readonly provenOffers: number | null;
  readonly fakedOffers: number | null;
};

/** A table to check, and what is known about it before its rows are read. Everything that depends on a clock is given. */
export type CheckedTable = {
  readonly columns: readonly CheckedColumn[];
  /** Rows that will be passed to the verifier. */
  readonly rows: number;
  /** Records of the file that are no rows. */
  readonly rejected: number;
  readonly encoding: Encoding;
  /** The claims of the case that the analyst has not rejected. */
  readonly claims: readonly ClaimContent[];
  /** When the listing was posted; null if that is not known. An ISO date or date with time. */
  readonly postedAt: string | null;
  /** The present moment, as an ISO date with time. */
  readonly now: string;
  /** The victim's country (ISO 3166-1 alpha-2), as claimed or as the analyst knows it; null if unknown. */
  readonly country: string | null;
  /** The samples of other cases; null where they were not compared. */
  readonly earlier: readonly EarlierSample[] | null;
  readonly seller: SellerFacts | null;
};

/** What the checks take from the claims of a case that the analyst has not rejected. */
export function claimedFacts(claims: readonly ClaimContent[]): Pick<CheckedTable, 'claims' | 'postedAt' | 'country'> {
  return {
    claims,
    postedAt: claimOf(claims, 'date')?.date ?? null,
    country: claimOf(claims, 'country')?.country ?? null,
  };
}

/**
 * A run of consecutive rows as text, column by column: `columns[c][r]` is the cell of row `firstRow + r`. A cell without a
 * value is null. A column that is missing at the end, or shorter than `rows`, has no values there.
 */
export type TextRows = {
  readonly firstRow: number;
  readonly rows: number;
  readonly columns: readonly (readonly (string | null)[])[];
};
