import { codeAt } from '../../kernel/utf8.ts';
import { hasHan } from '../characters.ts';
import { defineDetector, type QuickRule, quickVerdict } from '../detector.ts';
import { maskSign } from '../masks.ts';
import { cityPartOf, isRegionName } from '../places.ts';

const area = /省|市|区|县|镇|乡|州|旗|街道/;
const spot = /路|街|道|巷|弄|胡同|号|栋|幢|座|室|楼|单元|村|组|小区|花园|大厦|广场|苑|园/;
const western =
  /^(?=.*\d)(?=.*\p{L}{2}).*(?:\bst(?:reet)?\b|\broad\b|\brd\b|\bave(?:nue)?\b|\blane\b|\bdrive\b|\bdr\b|\bway\b|straße|str\.|\brue\b|\bcalle\b|\bvia\b)/iu;

function isAddress(value: string): boolean {
  if (value.length < 6 || value.length > 300) {
    return false;
  }
  if (!hasHan(value)) {
    return western.test(value);
  }
  return (area.test(value) || cityPartOf(value) !== '') && spot.test(value) && !isRegionName(value);
}

/** What a character says of an address, by its code: 1 the sign of an area, 2 of a spot in it. */
const signs = new Uint8Array(0x10000);
for (const sign of '省市区县镇乡州旗') {
  signs[sign.charCodeAt(0)] = 1;
}
for (const sign of '路街道巷弄号栋幢座室楼村组苑园') {
  signs[sign.charCodeAt(0)] = 2;
}
/** A longer value is no mere name of a region. */
const longestRegion = 24;

/** Sees the plain case at once: Han with the sign of an area and of a spot, long enough, and without a blank to take out. */
const quick: QuickRule = (bytes, start, end) => {
  let units = 0;
  let found = 0;
  for (let at = start; at < end; units++) {
    const lead = bytes[at] ?? 0;
    if (lead >>> 4 === 0xe) {
      const code = codeAt(bytes, at);
      found |= signs[code] ?? 0;
      at += 3;
      if (code <= 0x3000 || code >= 0xfe00) {
        return quickVerdict.ask;
      }
    } else if (lead > 0x20 && lead < 0x80) {
      at++;
    } else {
      return quickVerdict.ask;
    }
  }
  return found === 3 && units > longestRegion && units <= 300 ? quickVerdict.valid : quickVerdict.ask;
};

/** Postal addresses: Chinese ones name an area and a spot in it, Western ones a number and a street. Masked down to the city. */
export const address = defineDetector({
  fieldType: 'address',
  chance: 0.05,
  standsAlone: () => true,
  accepts: isAddress,
  quick,
  normalise: (value) => value.replaceAll(/\s+/g, ''),
  mask(value) {
    const city = cityPartOf(value);
    return (city === '' ? String.fromCodePoint(value.codePointAt(0) ?? 0) : city) + maskSign.repeat(6);
  },
});
