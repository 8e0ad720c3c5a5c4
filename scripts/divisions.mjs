/*
 * Writes shared/packs/divisions.json from two packages: the codes of GB/T 2260 that resident IDs may begin with (idcard,
 * abolished ones too), and the years between which the revisions of 2002–2016 list a code (gb2260). Run it by hand after
 * a new version of either; a test compares pack and packages.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const known = Object.keys(require('idcard/lib/data/area.json'));
const revisions = require('gb2260/lib/revisions.json');

/** A code of a county or district: what ends in 00 is a province or a city. */
const isCounty = (code) => /^\d{6}$/.test(code) && !code.endsWith('00');

const years = new Map();
const dated = revisions.filter((revision) => /^\d{6}$/.test(revision)).sort();
for (const revision of dated) {
  const year = Number(revision.slice(0, 4));
  for (const code of Object.keys(require(`gb2260/lib/${revision}.json`)).filter(isCounty)) {
    years.set(code, { first: years.get(code)?.first ?? revision, from: years.get(code)?.from ?? year, until: year });
  }
}
const lastYear = Number(dated.at(-1).slice(0, 4));
const cities = {};
for (const code of [...new Set([...known.filter(isCounty), ...years.keys()])].sort()) {
  cities[code.slice(0, 4)] = `${cities[code.slice(0, 4)] ?? ''}${code.slice(4)}`;
}
const limited = (pick) =>
  Object.fromEntries(
    [...years]
      .filter(([, span]) => pick(span) !== null)
      .map(([code, span]) => [code, pick(span)])
      .sort(),
  );
const pack = {
  meta: { source: 'idcard 4.2.0 (ISC), gb2260 0.6.0 (MIT)', revisions: `${dated[0]}-${dated.at(-1)}` },
  cities,
  from: limited(({ first, from }) => (first === dated[0] ? null : from)),
  until: limited(({ until }) => (until === lastYear ? null : until)),
};
writeFileSync(join(import.meta.dirname, '..', 'shared', 'packs', 'divisions.json'), `${JSON.stringify(pack)}\n`);
