import { shapeBits } from '../../kernel/shapes.ts';
import { isDigitByte } from '../bytes.ts';
import { isDigitCode } from '../characters.ts';
import { shareOf } from '../column-facts.ts';
import { defineDetector, type QuickRule, quickVerdict } from '../detector.ts';

const form =
  /^(?:(?:US|HK|NT|A|C|S)?\$|[¥￥€£￡₹₩₽]|RMB|CNY|USD|EUR|GBP|HKD|JPY)? ?(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,4})? ?(?:元|块|円|€|RMB|CNY|USD|EUR|GBP|HKD|JPY)?$/i;

// Two places or a currency sign: measurements and versions come with one place, coordinates with more than two.
const saysMoney = /^(?:[A-Z]{1,2})?[¥￥$€£]|\.\d{2}$|[元DYB€]$/;

function isPlainDecimal(value: string): boolean {
  let dot = -1;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code === 46 && dot < 0) {
      dot = i;
    } else if (!isDigitCode(code)) {
      return false;
    }
  }
  if (dot < 0) {
    return value.length <= 9;
  }
  return dot > 0 && dot <= 9 && value.length - dot >= 2 && value.length - dot <= 5;
}

function isMoney(value: string): boolean {
  return value.length <= 20 && (isPlainDecimal(value) || form.test(value));
}

function bareAmount(value: string): string {
  const amount = isMoney(value) ? value.replaceAll(/[^\d.]/g, '') : value;
  return amount.includes('.') && amount.endsWith('0') ? amount.replace(/\.?0+$/, '') : amount;
}

/** Plain decimals; those with places may have a shorter form, see `quickEnd`. */
const quick: QuickRule = (bytes, start, end, bits) => {
  if (bits === shapeBits.digit) {
    return end - start <= 9 ? quickVerdict.valid : quickVerdict.invalid;
  }
  let dot = -1;
  for (let at = start; at < end; at++) {
    if (bytes[at] === 0x2e && dot < 0) {
      dot = at;
    } else if (!isDigitByte(bytes[at])) {
      return quickVerdict.ask;
    }
  }
  const places = end - dot - 1;
  const isPlain = dot > start && dot - start <= 9 && places >= 1 && places <= 4;
  return isPlain ? quickVerdict.valid : quickVerdict.ask;
};

/** The end of a decimal without the zeros that end its places, and without the point if nothing is left behind it. */
function quickEnd(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[end - 1] !== 0x30 || !bytes.subarray(start, end).includes(0x2e)) {
    return end;
  }
  let last = end - 1;
  while (bytes[last] === 0x30) {
    last--;
  }
  return bytes[last] === 0x2e ? last : last + 1;
}

/** Amounts of money: a decimal ≥ 0 below 10⁹ with at most four places, optional currency sign and thousands separators. */
export const price = defineDetector({
  fieldType: 'price',
  chance: 0.5,
  standsAlone: (facts) => shareOf(facts, (value) => saysMoney.test(value)) >= 0.8,
  accepts: isMoney,
  quick,
  quickEnd,
  normalise: bareAmount,
});
