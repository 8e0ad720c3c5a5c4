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

/** What pass, warn and fail stand for, by check. */
export const checkMeanings: Readonly<Record<CheckId, CheckMeaning>> = {
  'claim-size': {
    pass: 'The sample holds at least 1,000 rows, or 0.1 % of what is claimed.',
    warn: 'There are rows, but few beside the claim.',
    fail: 'Fewer than 50 rows: nothing can be said of the whole.',
  },
  'schema-fit': {
    pass: 'Every field is one that the claimed source would ask for or keep.',
    warn: 'One or two fields are odd for the claimed source.',
    fail: 'There are fields that the claimed source never asks for.',
  },
  'ric-check': {
    pass: 'Nearly all resident ids have the right check digit.',
    warn: 'Some have a wrong one: typing errors, or damage.',
    fail: 'As many are right as chance gives: the ids are made up.',
  },
  'ric-region': {
    pass: 'The region in nearly every id existed when its holder was born.',
    warn: 'Some regions do not fit.',
    fail: 'Many regions never existed or not at that time: the ids are made up.',
  },
  'ric-birth': {
    pass: 'The date in the id is the one in the birth column.',
    warn: 'Some dates differ.',
    fail: 'The two columns were filled apart from each other.',
  },
  'ric-sex': {
    pass: 'The sex in the id is the one in the gender column.',
    warn: 'Some differ.',
    fail: 'They agree about as often as by chance: the columns were filled apart.',
  },
  'age-curve': {
    pass: 'Ages rise and fall as those of customers do.',
    warn: 'Some ages stand out, such as 1 January.',
    fail: 'Ages are even, or impossible: dates were drawn at random.',
  },
  checksum: {
    pass: 'Nearly all numbers with a check digit have the right one.',
    warn: 'Some have a wrong one.',
    fail: 'As many are right as chance gives.',
  },
  'mobile-prefix': {
    pass: 'Prefixes are as uneven as in the market.',
    warn: 'Some prefixes were never given out.',
    fail: 'Prefixes or last digits are too even to be real.',
  },
  'phone-region': {
    pass: 'Phones and addresses agree on the province clearly oftener than by chance.',
    warn: 'They agree a little oftener than by chance.',
    fail: 'They agree no oftener than by chance: the columns were filled apart.',
  },
  'email-unique': {
    pass: 'Nearly every row has an address of its own.',
    warn: 'Addresses repeat.',
    fail: 'A few addresses stand in most rows.',
  },
  'email-domain': {
    pass: 'The mail providers are those of the country.',
    warn: 'The mix is unusual for the country.',
    fail: 'Domains are examples, or those of a generator.',
  },
  'plus-alias': {
    pass: 'Aliases name the claimed site.',
    warn: 'Nothing names a site.',
    fail: 'Aliases name another site: the data is from there.',
  },
  'name-real': {
    pass: 'Surnames are as frequent as among real people.',
    warn: 'Rare surnames are missing.',
    fail: 'Surnames are even, or names are those of examples.',
  },
  'dup-rows': {
    pass: 'Hardly a row repeats.',
    warn: 'Some rows repeat.',
    fail: 'Many rows repeat: the table was padded.',
  },
  'known-leak': {
    pass: 'Next to nothing is in earlier samples of this vault.',
    warn: 'A part is in an earlier sample.',
    fail: 'Most of it is in an earlier sample: it is recycled.',
  },
  'seq-id': {
    pass: 'Ids rise with time and have the gaps of use.',
    warn: 'Ids are in order without a gap.',
    fail: 'Ids and times do not belong together.',
  },
  'time-sane': {
    pass: 'Times follow day and night, and end before the offer.',
    warn: 'The rhythm fits another time zone.',
    fail: 'Times are even, or lie in the future.',
  },
  'price-end': {
    pass: 'Prices end as shops let them end.',
    warn: 'Endings are only partly those of a shop.',
    fail: 'Endings are even: prices were drawn at random.',
  },
  'item-price': {
    pass: 'The same item costs about the same.',
    warn: 'The price of an item varies much.',
    fail: 'Item and price have nothing to do with each other.',
  },
  'order-id': {
    pass: 'The date in the order number is the date of the order.',
    warn: 'The numbers have no form that is known.',
    fail: 'The date in the order number contradicts the date of the order.',
  },
  'hash-style': {
    pass: 'Secrets are stored in one way, as a provider would.',
    warn: 'Several ways are mixed.',
    fail: 'Secrets stand in clear, or share what must differ.',
  },
  faker: {
    pass: 'Nothing looks like the output of a generator.',
    warn: 'Some values do.',
    fail: 'Many values do.',
  },
  encoding: {
    pass: 'The text is in one encoding and whole.',
    warn: 'Some text is damaged or mixed.',
    fail: 'Values are cut or damaged throughout.',
  },
  seller: {
    pass: 'Earlier offers of the seller turned out real.',
    warn: 'The seller is new.',
    fail: 'Earlier offers of the seller turned out made up.',
  },
};
