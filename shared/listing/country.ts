import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import chinese from 'i18n-iso-countries/langs/zh.json' with { type: 'json' };
import { countryWords } from '../packs/listing-words.ts';
import { type Mention, mainMention } from './mentions.ts';
import { type Proposer, proposal } from './proposer.ts';
import type { Reading } from './reading.ts';

type Names = Readonly<Record<string, string | readonly string[]>>;

function namesIn(names: Names): (readonly [code: string, names: readonly string[]])[] {
  return Object.entries(names).map(([code, name]) => [code, typeof name === 'string' ? [name] : name]);
}

/** Names in Latin letters by their first word, longest first; they are matched as written, capitals and all. */
const latin = new Map<string, { readonly name: string; readonly code: string }[]>();
const han: { readonly name: string; readonly code: string }[] = [];

for (const [code, names] of [...namesIn(english.countries), ...namesIn(chinese.countries), ...namesIn(countryWords)]) {
  for (const name of names) {
    const first = /^[\p{Script=Latin}.'’]+/u.exec(name)?.[0];
    if (first === undefined) {
      han.push({ name, code });
    } else {
      latin.set(
        first,
        [...(latin.get(first) ?? []), { name, code }].sort((a, b) => b.name.length - a.name.length),
      );
    }
  }
}

const word = /(?<![\p{L}\d])\p{Lu}[\p{Script=Latin}'’.]{1,30}/gu;
/** "Chinese-speaking forum" says nothing of the victim. */
const spoken = /^[- ](?:speaking|language)/i;

function latinMentions(prose: string): Mention[] {
  return [...prose.matchAll(word)].flatMap((found) => {
    const bare = found[0].replace(/(?:['’]s?|\.)$/, '');
    for (const { name, code } of latin.get(bare) ?? []) {
      const end = found.index + name.length;
      if (
        prose.startsWith(name, found.index) &&
        !/^[\p{L}\d]/u.test(prose.slice(end, end + 2)) &&
        !spoken.test(prose.slice(end, end + 10))
      ) {
        return [{ label: code, start: found.index, end }];
      }
    }
    return [];
  });
}

function hanMentions(prose: string): Mention[] {
  if (!/\p{Script=Han}/u.test(prose)) {
    return [];
  }
  return han.flatMap(({ name, code }) => {
    const found: Mention[] = [];
    for (let at = prose.indexOf(name); at >= 0; at = prose.indexOf(name, at + name.length)) {
      found.push({ label: code, start: at, end: at + name.length });
    }
    return found;
  });
}

/** The country that a listing is about: its code stands as the mention's label. */
export function findCountry({ prose, title }: Pick<Reading, 'prose' | 'title'>): Mention | null {
  return mainMention([...latinMentions(prose), ...hanMentions(prose)], title);
}

/** The English name of a country: the shortest of its full names ("China", not "People's Republic of China"). */
function nameOf(code: string): string {
  const names = namesIn(english.countries).find(([each]) => each === code)?.[1] ?? [code];
  const full = names.filter((name) => name.length > 3 && !name.includes('.') && name !== 'Great Britain');
  return full.reduce((best, name) => (name.length < best.length ? name : best), full[0] ?? code);
}

/** The country of the victims. */
export const countryProposer: Proposer = {
  kind: 'country',
  propose: (reading) => {
    const found = findCountry(reading);
    if (found === null) {
      return [];
    }
    return [proposal(reading.text, found, { kind: 'country', text: nameOf(found.label), country: found.label })];
  },
};
