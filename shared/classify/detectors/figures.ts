import { defineDetector } from '../detector.ts';
import { price } from './price.ts';

const years = /^\d{1,3}(?= ?(?:岁|周岁|years?(?: old)?|yrs?|y|yo)?$)/i;

/** Ages: whole years up to 130. Of random numbers of one to three digits some two thirds pass. */
export const age = defineDetector({
  fieldType: 'age',
  chance: 0.7,
  fitsHeader: (facts) => !facts.countsUp || facts.distinct.size <= 130,
  accepts: (value) => {
    const found = value.length <= 12 ? years.exec(value) : null;
    return found !== null && Number(found[0]) <= 130;
  },
  normalise: (value) => {
    const found = value.length <= 12 ? years.exec(value) : null;
    return found !== null && Number(found[0]) <= 130 ? String(Number(found[0])) : value;
  },
});

/** The sign of an amount, and the amount. */
function unsigned(value: string): string {
  return /^[+-] ?[^+-]/.test(value) ? value.slice(1).trim() : value;
}

/** What is on an account: an amount that may be below zero. */
export const balance = defineDetector({
  fieldType: 'balance',
  chance: 0.5,
  accepts: (value) => price.accepts(unsigned(value)),
  normalise: (value) => (value.startsWith('-') ? '-' : '') + price.normalise(unsigned(value)),
});

const band =
  /^(?:[¥￥$€£] ?)?\d+(?:\.\d+)? ?[kKwW万千]?(?: ?(?:-|~|至|到) ?(?:[¥￥$€£] ?)?\d+(?:\.\d+)? ?[kKwW万千]?)?(?:元|以上|以下|\/月|\/年)?$/;

/** Earnings: an amount, or the band that it lies in (8k-12k, 10万以上). */
export const income = defineDetector({
  fieldType: 'income',
  chance: 0.5,
  accepts: (value) => value.length <= 32 && (price.accepts(value) || band.test(value)),
  normalise: (value) => (price.accepts(value) ? price.normalise(value) : value),
});

const bloodType = /^(?:A|B|AB|O)(?: ?(?:型|血型|\+|-|RH ?[+-]|阳性|阴性))*$/i;
const measure = /^\d{1,3}(?:\.\d{1,2})? ?(?:cm|kg|m|米|厘米|公分|公斤|千克|斤|lbs?|ft|in)?$/i;
const pair = /^\d{2,3}(?:\.\d)? ?(?:cm)? ?[/,xX×] ?\d{2,3}(?:\.\d)? ?(?:kg)?$/;

/** Heights, weights and blood types. A number without a unit is any number. */
export const bodyMetrics = defineDetector({
  fieldType: 'body-metrics',
  chance: 0.5,
  accepts: (value) => value.length <= 20 && (bloodType.test(value) || measure.test(value) || pair.test(value)),
});
