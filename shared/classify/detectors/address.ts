import { hasHan } from '../characters.ts';
import { defineDetector } from '../detector.ts';
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

/** Postal addresses: Chinese ones name an area and a spot in it, Western ones a number and a street. Masked down to the city. */
export const address = defineDetector({
  fieldType: 'address',
  chance: 0.05,
  standsAlone: () => true,
  accepts: isAddress,
  normalise: (value) => value.replaceAll(/\s+/g, ''),
  mask(value) {
    const city = cityPartOf(value);
    return (city === '' ? String.fromCodePoint(value.codePointAt(0) ?? 0) : city) + maskSign.repeat(6);
  },
});
