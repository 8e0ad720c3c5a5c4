import { type ColumnFacts, shareOf } from './column-facts.ts';

// What a value of a type looks like at the very least, also where its rule knows no such form: another country's number, a
// code, a number worn down to 1.38E+10. A column that is named for a type and looks like nothing of the kind is not of it.
const digitsAndSigns = /^[+(]?\d[\d\s().,/*＊•-]{4,24}$|^\d(?:\.\d+)?E\+?\d+$/i;
const longNumber = /^#?(?=[\dA-Z*＊•._ +-]{4,40}$)(?=.*[\d*＊•])/i;
const words = /^(?=.*\p{L})[^\d@/\\]{1,60}$/u;
const text = /\p{L}/u;
const dateLike = /^\D{0,4}\d[\d\s\-/.:年月日TZ,]*\d|^\d{4,14}$|\d{1,2}[ -]\p{L}{3}/u;
const amount = /^[^\p{L}]{0,3}[A-Z]{0,3} ?[-+]?[\d.,'\s]*\d[\d.,'\s]*(?:[eE]\+?\d+)?\s?[\p{L}$€£¥￥%]{0,3}$/u;
const numberOrBand = /\d|面议|negotiable/i;
const shortCode = /^[\p{L}\d +/.-]{1,16}$/u;
const noMail = /^[^@]*$/;

const forms: Readonly<Record<string, RegExp>> = {
  'full-name': words,
  'family-member': /^[^@]*\p{L}[^@]*$/u,
  nickname: noMail,
  mobile: digitsAndSigns,
  landline: digitsAndSigns,
  'cn-resident-id': longNumber,
  'bank-card': longNumber,
  'bank-account': longNumber,
  passport: longNumber,
  email: /@/,
  address: text,
  region: text,
  gender: shortCode,
  'birth-date': dateLike,
  timestamp: dateLike,
  'order-time': dateLike,
  price: amount,
  balance: amount,
  income: numberOrBand,
  age: numberOrBand,
  ip: /^[\da-f.:*x]{3,45}$/i,
  url: /[./]/,
  'payment-method': text,
  employer: text,
  'job-title': text,
  education: text,
  nationality: text,
  ethnicity: shortCode,
  postcode: shortCode,
  'tracking-number': longNumber,
  'order-id': longNumber,
  imei: longNumber,
  imsi: longNumber,
  'card-cvv': /^\d{3,4}$|^[*•]+$/,
  'card-expiry': /\d/,
  'user-id': /^[^\s@]{1,40}$/,
  diagnosis: text,
  item: text,
  gps: /\d\.\d|\d,|°|^0$/,
};

// Types whose columns the header alone cannot vouch for.
const distinctEnough: Readonly<Record<string, (facts: ColumnFacts) => boolean>> = {
  'body-metrics': (facts) =>
    shareOf(facts, (value) => /^(?:A|B|O|AB)\b|^\d{2,3}(?:\.\d{1,2})?\D{0,3}$/i.test(value)) >= 0.6,
  gps: (facts) => shareOf(facts, (value) => Math.abs(Number.parseFloat(value)) <= 180) >= 0.8,
};

/** The share of values that must at least look like the type that the header names. */
const atLeast = 0.5;

/** True if a column can hold the type that its header names, as far as the looks of its values go. */
export function couldHold(fieldType: string, facts: ColumnFacts): boolean {
  if (facts.filled.length === 0) {
    return true;
  }
  const form = forms[fieldType];
  const looksLikeIt = form === undefined || shareOf(facts, (value) => form.test(value)) >= atLeast;
  return looksLikeIt && (distinctEnough[fieldType]?.(facts) ?? true);
}
