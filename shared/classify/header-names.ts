import type { FieldTypeId } from '../domain/field-type-id.ts';
import { fieldTypes, ownKnownTypes, packId } from '../packs/field-types.ts';
import type { AliasLists } from './aliases/alias-lists.ts';
import { benignNames } from './aliases/benign.ts';
import { chinese } from './aliases/chinese.ts';
import { english } from './aliases/english.ts';
import { otherLanguages } from './aliases/other-languages.ts';
import { pinyinOf } from './aliases/pinyin.ts';
import { ambiguousAliases } from './ambiguous-aliases.ts';
import { hasHan } from './characters.ts';
import { garbledName, normaliseHeader } from './header-form.ts';

/** What a header says: the alias it matched, and the types it may stand for, likeliest first; none for a benign name. */
export type HeaderMatch = { readonly alias: string; readonly fieldTypes: readonly FieldTypeId[] };

const names = new Map<string, HeaderMatch>();
/** Names that also count as the end of a longer header. */
const endings = new Set<string>();

function add(name: string, types: readonly FieldTypeId[], alias = name): void {
  const key = normaliseHeader(name);
  const known = names.get(key)?.fieldTypes ?? [];
  const more = types.filter((type) => !known.includes(type));
  if (key !== '' && (more.length > 0 || types.length === 0)) {
    names.set(key, { alias: names.get(key)?.alias ?? alias, fieldTypes: [...known, ...more] });
  }
}

function addLists(lists: AliasLists, canEnd: boolean): void {
  for (const [type, text] of Object.entries(lists)) {
    for (const name of text.split(' ')) {
      add(name, [packId(type)]);
      if (canEnd) {
        endings.add(normaliseHeader(name));
      }
    }
  }
}

function addPack(): void {
  for (const { id, aliases } of fieldTypes) {
    for (const alias of aliases) {
      add(alias, [id]);
      endings.add(normaliseHeader(alias));
    }
  }
  addLists(english, true);
  addLists(chinese, true);
}

function addAmbiguous(): void {
  for (const [alias, types] of ambiguousAliases) {
    names.set(normaliseHeader(alias), { alias, fieldTypes: types });
    endings.add(normaliseHeader(alias));
  }
}

/** Chinese names written in pinyin or garbled; a name that is one already keeps its meaning. */
function addSpellings(): void {
  const spelt = [...names.values()].filter(({ alias }) => hasHan(alias));
  const taken = new Set(names.keys());
  for (const { alias, fieldTypes: types } of spelt) {
    for (const spelling of [...pinyinOf(alias), garbledName(alias)]) {
      if (!taken.has(normaliseHeader(spelling))) {
        add(spelling, types);
      }
    }
  }
}

function addBenign(): void {
  for (const name of benignNames.split(' ')) {
    const key = normaliseHeader(name);
    if (!names.has(key)) {
      names.set(key, { alias: name.replaceAll('_', ' '), fieldTypes: [] });
      endings.add(key);
    }
  }
}

addPack();
addLists(otherLanguages, false);
addAmbiguous();
addBenign();
addSpellings();

const hanEndings = [...endings].filter((name) => name.length >= 2 && hasHan(name)).sort((a, b) => b.length - a.length);

/** What the analyst's own types are called; a name that others have as well stands for theirs first. */
let ownNames: ReadonlyMap<string, HeaderMatch> = new Map();

/** Takes the names of the own types that are known now. */
export function setOwnNames(): void {
  const found = new Map<string, HeaderMatch>();
  for (const { id, aliases } of ownKnownTypes()) {
    for (const alias of aliases) {
      const key = normaliseHeader(alias);
      const known = found.get(key) ?? names.get(key);
      if (key !== '') {
        found.set(key, { alias, fieldTypes: [id, ...(known?.fieldTypes ?? [])] });
      }
    }
  }
  ownNames = found;
}

/** The match of a whole name in its normalised form. */
export function matchOfName(normalised: string): HeaderMatch | undefined {
  return ownNames.get(normalised) ?? names.get(normalised);
}

/** The match of a name that may end a longer header. */
export function matchOfEnding(normalised: string): HeaderMatch | undefined {
  return ownNames.get(normalised) ?? (endings.has(normalised) ? names.get(normalised) : undefined);
}

/** The match of the longest Chinese name that a normalised header ends in. */
export function matchOfHanEnding(normalised: string): HeaderMatch | undefined {
  const ending = hanEndings.find((name) => normalised.endsWith(name));
  return ending === undefined ? undefined : names.get(ending);
}
