import { cityNames, countyNames } from '../../packs/place-names.ts';
import { provinces } from '../places.ts';
import { type Candidate, candidateOf, type SpanFinder } from './candidate.ts';

const make = candidateOf('address');

/** Names by their first two characters, the longer ones first. */
function byBeginning(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const beginning = name.slice(0, 2);
    found.set(beginning, [...(found.get(beginning) ?? []), name]);
  }
  return found;
}

type Names = ReturnType<typeof byBeginning>;

const provinceNames = byBeginning(provinces);
const provinceSuffix = /(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?[ ,]?/y;
const cityByBeginning = byBeginning(cityNames);
const countyByBeginning = byBeginning(countyNames);
/** A city may go without its 市 where more of the address follows. */
const bareCities = byBeginning(cityNames.filter((name) => name.endsWith('市')).map((name) => name.slice(0, -1)));

/** How long the name is that stands at `at`; 0 without one. */
function lengthAt(plain: string, at: number, names: Names): number {
  const known = names.get(plain.slice(at, at + 2));
  return known?.find((name) => plain.startsWith(name, at))?.length ?? 0;
}

function afterBlank(plain: string, at: number): number {
  return plain.charAt(at) === ' ' || plain.charAt(at) === ',' ? at + 1 : at;
}

function afterProvince(plain: string, start: number): number {
  const length = lengthAt(plain, start, provinceNames);
  if (length === 0) {
    return start;
  }
  provinceSuffix.lastIndex = start + length;
  return start + length + (provinceSuffix.exec(plain)?.[0].length ?? 0);
}

/** Where the names of divisions end that stand at `start`, the largest first; `start` where there are none. */
function afterDivisions(plain: string, start: number): number {
  let at = afterProvince(plain, start);
  const city = lengthAt(plain, at, cityByBeginning);
  const bare = city === 0 ? lengthAt(plain, at, bareCities) : 0;
  if (city > 0) {
    at = afterBlank(plain, at + city);
  } else if (bare > 0 && (at > start || lengthAt(plain, at + bare, countyByBeginning) > 0)) {
    at += bare;
  }
  const county = lengthAt(plain, at, countyByBeginning);
  return county === 0 ? at : afterBlank(plain, at + county);
}

// A part of an address behind its divisions: a name that ends in the sign of a place, or a number with what it counts. Signs of
// grammar and of talk stand in none: there the sentence goes on.
const name = '[^\\s\\d\\p{P}\\p{S}的了是在给送到请我你他她们吗吧呢把被让叫找说没不就也还]';
const named = `${name}{1,12}?(?:街道|大道|胡同|小区|花园|大厦|广场|公寓|新村|工业园|科技园|园区|大学|学院|医院|中学|小学|[路街巷弄镇乡村苑园里坊庄屯])(?![路街巷道])`;
const numbered = '[\\dA-Za-z]{1,6}(?:-[\\dA-Za-z]{1,5}){0,3}(?:号楼|单元|号|弄|栋|幢|座|室|楼|层|组|户|#)';
/** An estate may go by its name alone where the number of a house follows. */
const estate = `${name}{2,8}?(?=\\d{1,4}(?:号|栋|幢|座|单元))`;
const part = new RegExp(`[ ]?(?:${numbered}|${named}|${estate}|[\\dA-Za-z]{1,5}(?:-\\d{1,5}){1,3}(?![\\d-]))`, 'uy');
const mostParts = 12;

/** Where an address ends whose divisions end at `at`; `at` where none goes on. */
function afterParts(plain: string, at: number): number {
  let end = at;
  for (let parts = 0; parts < mostParts; parts++) {
    part.lastIndex = end;
    const found = part.exec(plain)?.[0] ?? '';
    if (found === '') {
      break;
    }
    end += found.length;
  }
  return end;
}

/** The codes of characters that begin a name of a division. */
const beginnings = new Uint8Array(0x10000);
for (const name of [...provinces, ...cityNames, ...countyNames]) {
  beginnings[name.charCodeAt(0)] = 1;
}

function findChinese(plain: string): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < plain.length; ) {
    const divided = beginnings[plain.charCodeAt(at)] === 1 ? afterDivisions(plain, at) : at;
    const end = divided === at ? at : afterParts(plain, divided);
    const candidate = end === divided ? null : make(plain, at, end);
    if (candidate !== null) {
      found.push(candidate);
    }
    at = candidate === null ? at + 1 : end;
  }
  return found;
}

const capital = "[\\p{Lu}][\\p{L}'’-]{0,30}";
const english = `\\d{1,5}[A-Za-z]?,? (?:${capital}\\.? ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Dr|Way)\\b`;
const german = `\\p{Lu}[\\p{L}-]{1,30}(?:straße|strasse|str\\.) ?\\d{1,4}[a-z]?`;
const french = `\\d{1,4}(?: bis| ter)?,? rue (?:(?:de|du|des|la|le|les|d|l) |[dl]['’])*${capital}(?:[ -]${capital}){0,3}`;
const western = new RegExp(`(?<![\\p{L}\\d])(?:${english}|${german}|${french})(?![\\p{L}\\d])`, 'gu');

/**
 * Finds addresses. Chinese ones: names of divisions, as they are known, and behind them streets, houses and rooms. English,
 * German and French ones: a house number with a street, where a word says that it is one; without it they are not told from
 * other text.
 */
export const addressFinders: readonly SpanFinder[] = [
  { needs: /[\dA-Za-z路街巷弄镇乡村苑园里坊庄屯学院区厦场寓道同]/, find: findChinese },
  {
    needs: /\d[a-z]?,? (?:rue|\p{Lu})|str(?:aße|asse|\.) ?\d/iu,
    find: (plain) =>
      [...plain.matchAll(western)].flatMap(({ 0: { length }, index }) => make(plain, index, index + length) ?? []),
  },
];
