import { shapeBits } from '../../kernel/shapes.ts';
import { isDigitCode } from '../characters.ts';
import { shareOf } from '../column-facts.ts';
import { defineDetector, type QuickRule, quickVerdict } from '../detector.ts';
import { keepEnds } from '../masks.ts';

const orderForm = /^[A-Za-z]{0,6}[-_]?\d[\dA-Za-z]*(?:[-_][\dA-Za-z]+){0,4}$/;

function countDigits(value: string): number {
  let digits = 0;
  for (let i = 0; i < value.length; i++) {
    if (isDigitCode(value.charCodeAt(i))) {
      digits++;
    }
  }
  return digits;
}

/** Digits alone make an order number by their count; with anything else the text must be asked. */
const quickOrder: QuickRule = (_, start, end, bits) => {
  if (bits !== shapeBits.digit) {
    return quickVerdict.ask;
  }
  return end - start >= 6 && end - start <= 40 ? quickVerdict.valid : quickVerdict.invalid;
};

/** Order numbers: one word of 6–40 letters and digits, mostly digits. Platforms differ, so nothing more is known. */
export const orderId = defineDetector({
  fieldType: 'order-id',
  chance: 0.9,
  standsAlone: (facts) =>
    facts.meanLength >= 14 && facts.distinctRatio >= 0.95 && !facts.countsUp && facts.filled.length >= 5,
  quick: quickOrder,
  accepts: (value) =>
    value.length >= 6 && value.length <= 40 && orderForm.test(value) && countDigits(value) * 2 >= value.length,
  mask: (value) => keepEnds(value, 3, 4),
});

const carrierPrefix = /^(?:SF|YT|JDV?|ZTO?|STO?|DPK?|JT|EMS?)\d{10}/i;

const trackingForm =
  /^(?:SF\d{12,13}|JDV?[A-Z]{0,2}\d{10,15}|YT\d{13}|ZT[O]?\d{10,13}|STO?\d{12,13}|DPK?\d{10,12}|JT\d{13}|[A-Z]{2}\d{9}[A-Z]{2}|1Z[\dA-Z]{16}|[A-Z]{1,4}\d{10,16}|\d{10,15})$/i;

/** Parcel numbers: the prefixes of Chinese carriers, plain digits, and UPU S10 (two letters, nine digits, two letters). */
export const trackingNumber = defineDetector({
  fieldType: 'tracking-number',
  chance: 0.5,
  standsAlone: (facts) => shareOf(facts, (value) => carrierPrefix.test(value)) >= 0.8,
  accepts: (value) => value.length >= 10 && value.length <= 20 && trackingForm.test(value),
  normalise: (value) => value.toUpperCase(),
  mask: (value) => keepEnds(value, 3, 3),
});
