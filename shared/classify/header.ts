import type { FieldTypeId } from '../domain/field-type-id.ts';
import { fieldTypes } from '../packs/field-types.ts';
import { ambiguousAliases } from './ambiguous-aliases.ts';
import { hasHan } from './characters.ts';

/** What a header says: the alias it matched, and the types it may stand for, likeliest first. */
export type HeaderMatch = { readonly alias: string; readonly fieldTypes: readonly FieldTypeId[] };

/** A header in the form in which aliases are compared: lower-case, without spaces, quotes, brackets, `_`, `-` and `.`. */
function normaliseHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-."'`[\]()#:*\uFEFF]/g, '');
}

function collectAliases(): ReadonlyMap<string, HeaderMatch> {
  const matches = new Map<string, HeaderMatch>();
  for (const { id, aliases } of fieldTypes) {
    for (const alias of aliases) {
      const key = normaliseHeader(alias);
      const types = matches.get(key)?.fieldTypes ?? [];
      matches.set(key, { alias, fieldTypes: types.includes(id) ? types : [...types, id] });
    }
  }
  for (const [alias, types] of ambiguousAliases) {
    matches.set(normaliseHeader(alias), { alias, fieldTypes: types });
  }
  return matches;
}

const byAlias = collectAliases();

// As the last word of a longer header these say nothing of what it names: shop_name, pay_type, goods_no, stock_level.
const weakEndings = new Set(
  (
    'name id no code type level line model search content history user account total os host device secret hint social answer session token link ' +
    'site image key status count time date store party race position preference vip points fin fp ak sk tel trip os sim'
  ).split(' '),
);

const hanEndings = [...byAlias.keys()]
  .filter((alias) => alias.length >= 2 && hasHan(alias))
  .sort((a, b) => b.length - a.length);

/** The words of a header in camelCase, snake_case or spaced writing. */
function wordsOf(header: string): string[] {
  return header
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_\-./]+/)
    .filter((word) => word !== '');
}

function matchEnding(header: string): HeaderMatch | null {
  if (hasHan(header)) {
    const normalised = normaliseHeader(header);
    const ending = hanEndings.find((alias) => normalised.endsWith(alias));
    return ending === undefined ? null : (byAlias.get(ending) ?? null);
  }
  const words = wordsOf(header);
  for (let from = 1; from < words.length; from++) {
    const ending = words.slice(from).join('');
    const match = byAlias.get(ending);
    if (match !== undefined && ending.length >= 3 && !weakEndings.has(ending)) {
      return match;
    }
  }
  return null;
}

/**
 * The alias of the taxonomy that a header matches: the whole header first, else without a trailing number (phone1), else
 * its last words (buyer_mobile, 收货人手机号). Null where none does.
 */
export function matchHeader(header: string): HeaderMatch | null {
  const normalised = normaliseHeader(header);
  if (normalised === '') {
    return null;
  }
  const whole = byAlias.get(normalised) ?? byAlias.get(normalised.replace(/\d{1,2}$/, ''));
  return whole ?? matchEnding(header.trim());
}
