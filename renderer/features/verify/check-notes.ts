import type { CheckId, CheckOutcome } from '#shared/domain/check.ts';

/** What each outcome of a check would mean. `not-run` needs no words of its own: the result says what is missing. */
export type CheckMeaning = Readonly<Record<Exclude<CheckOutcome, 'not-run'>, string>>;

/** The checks by what they look at, in the order in which an analyst goes through them. */
export const checkGroups: readonly { readonly label: string; readonly ids: readonly CheckId[] }[] = [
  { label: 'The offer', ids: ['claim-size', 'schema-fit', 'seller', 'known-leak', 'plus-alias'] },
  { label: 'Persons', ids: ['ric-check', 'ric-region', 'ric-birth', 'ric-sex', 'age-curve', 'name-real'] },
  { label: 'Contact', ids: ['mobile-prefix', 'phone-region', 'email-unique', 'email-domain'] },
  { label: 'Numbers and orders', ids: ['checksum', 'price-end', 'item-price', 'order-id', 'seq-id', 'time-sane'] },
  { label: 'How the table was made', ids: ['dup-rows', 'hash-style', 'faker', 'encoding'] },
];

/** What pass, warn and fail stand for, by check. The thresholds and their sources are in docs/authenticity.md. */
export const checkMeanings: Readonly<Record<CheckId, CheckMeaning>> = {
  'claim-size': {
    pass: 'At least 1,000 rows, or 0.1 % of what is claimed.',
    warn: '50 rows or more, but few beside the claim.',
    fail: 'Fewer than 50 rows: nothing can be said of the whole.',
  },
  'schema-fit': {
    pass: 'Forms of the claimed sector ask for every kind of field.',
    warn: 'One or two kinds of fields are odd for the sector.',
    fail: 'Three or more are odd, or one is never kept, such as a card’s security code.',
  },
  'ric-check': {
    pass: '98 % or more have the right check character.',
    warn: 'Between the two: typing errors, or damage.',
    fail: '20 % or less, and chance alone gives 9 %: the IDs are made up.',
  },
  'ric-region': {
    pass: 'In 98 % or more the county existed when the bearer was born.',
    warn: 'In 90 to 98 %.',
    fail: 'In less than 90 %: the IDs are made up.',
  },
  'ric-birth': {
    pass: 'In 99 % or more the date in the ID is the one in the birth column.',
    warn: 'In 95 to 99 %.',
    fail: 'In less than 95 %: the columns were filled apart.',
  },
  'ric-sex': {
    pass: 'In 99 % or more the sex in the ID is the one in the gender column.',
    warn: 'In 90 to 99 %.',
    fail: 'In less than 90 %; half is what chance gives: the columns were filled apart.',
  },
  'age-curve': {
    pass: 'Some years of birth are clearly commoner, as among real customers (unevenness over 0.04).',
    warn: 'Between the two, or many were born on 1 January.',
    fail: 'Years are as good as even (below 0.02), or many are impossible: they were drawn.',
  },
  checksum: {
    pass: '97 % or more have a valid check digit.',
    warn: 'Between the two.',
    fail: 'Less than 20 %, the level of chance.',
  },
  'mobile-prefix': {
    pass: 'Prefixes are as uneven as in the market, and nearly all were given out.',
    warn: 'Between the two.',
    fail: 'Prefixes or last digits are too even, or many prefixes were never given out.',
  },
  'phone-region': {
    pass: 'Phone and address agree on the province far oftener than by chance (30 points or more).',
    warn: 'A little oftener than by chance.',
    fail: 'No oftener than by chance: the columns were filled apart.',
  },
  'email-unique': {
    pass: '95 % or more of the people have an address of their own.',
    warn: '70 to 95 %.',
    fail: 'Less than 70 %: a short list was dealt out.',
  },
  'email-domain': {
    pass: '40 % or more are at domains that people of the country use.',
    warn: 'The mix is skewed for the country.',
    fail: 'More than 5 % are at domains for tests and examples.',
  },
  'plus-alias': {
    pass: 'Aliases name the claimed site.',
    warn: 'Aliases are mixed, or the claim names no site.',
    fail: 'Most aliases name another site: the data is from there.',
  },
  'name-real': {
    pass: 'Surnames are as unevenly frequent as among real people.',
    warn: 'Between the two.',
    fail: 'Surnames are too even, or more than 2 % of the names stand for nobody.',
  },
  'dup-rows': {
    pass: 'Less than 2 % of the rows repeat another.',
    warn: '2 to 20 %.',
    fail: 'More than 20 %: the table was padded.',
  },
  'known-leak': {
    pass: 'Less than 5 % is in a sample of another case.',
    warn: '5 to 50 %.',
    fail: 'More than half: it is recycled.',
  },
  'seq-id': {
    pass: 'Numbers rise with time in 90 % or more of the pairs, and have gaps.',
    warn: 'Between the two, or there is no gap at all.',
    fail: 'In less than 65 %, and chance gives half: they do not belong together.',
  },
  'time-sane': {
    pass: 'Times have a daily rhythm, quiet at night, and end before the offer.',
    warn: 'The rhythm is weak, or quiet at other hours.',
    fail: 'Hours are even, many times are one second, or lie after the offer.',
  },
  'price-end': {
    pass: 'Prices end as shops let them end.',
    warn: 'Only partly, or first digits are unusual.',
    fail: 'Endings are nearly even: prices were drawn.',
  },
  'item-price': {
    pass: 'The item explains 60 % or more of the differences in price.',
    warn: 'Between the two.',
    fail: 'Less than 10 %: item and price have nothing to do with each other.',
  },
  'order-id': {
    pass: 'In 95 % or more the number begins with the day of the order.',
    warn: 'In 50 to 95 %, or there are several forms.',
    fail: 'In less than half.',
  },
  'hash-style': {
    pass: '98 % or more are stored in one way.',
    warn: 'Ways are mixed, or passwords stand in clear.',
    fail: 'Salts repeat, or a large provider’s passwords stand in clear.',
  },
  faker: {
    pass: 'Less than 3 % look like the output of a generator.',
    warn: '3 to 10 %.',
    fail: 'More than 10 %, or all addresses share a few streets.',
  },
  encoding: {
    pass: 'Hardly a value is damaged or cut.',
    warn: 'Some are damaged, or many records were rejected.',
    fail: 'Many values of a column are cut at one length.',
  },
  seller: {
    pass: 'Earlier offers turned out real, and none made up.',
    warn: 'The seller is new, or no offer is proven.',
    fail: 'An earlier offer turned out made up or recycled.',
  },
};
