import { countryProposer } from './country.ts';
import { dateProposer } from './date.ts';
import { fieldsProposer } from './fields.ts';
import { priceProposer } from './price.ts';
import type { Proposer } from './proposer.ts';
import { recordCountProposer } from './record-count.ts';
import { sectorProposer } from './sector.ts';
import { sellerProposer } from './seller.ts';
import { sourceProposer } from './source.ts';
import { statusProposer } from './status.ts';
import { titleProposer } from './title.ts';

/** What is read out of a listing, in the order in which it is shown. */
export const proposers: readonly Proposer[] = [
  titleProposer,
  statusProposer,
  sourceProposer,
  sellerProposer,
  dateProposer,
  priceProposer,
  recordCountProposer,
  sectorProposer,
  countryProposer,
  fieldsProposer,
];
