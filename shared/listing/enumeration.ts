import type { ListStyle } from './field-phrases.ts';
import { labelled } from './labels.ts';
import type { Line, Reading } from './reading.ts';
import type { Span } from './span.ts';

/** A stretch of the text that may list fields, cut into its items. */
export type Enumeration = { readonly style: ListStyle; readonly labelled: boolean; readonly items: readonly Span[] };

const longestList = 800;
const mostCues = 400;

const cue =
  /\b(?:includ(?:e|es|ed|ing)|such as|contain(?:s|ed|ing)?|consist(?:s|ing)? of|compris(?:e|es|ing)|expos(?:es|ed|ing)|compromised|namely|with fields|like)\b[:：]?|包含|包括|含有|内含|涵盖|涉及|字段有|字段为|内容为|分别是/giu;
const sentenceEnd = /\n|[.!?](?=\s|$)|[。！？；;]/;
const separators =
  /\s*(?:[,，、;；|\t/+&•]|-{2,4}|\s(?:and|or|as well as|plus)\s|以及|和|及|与|(?<=[,，]\s?)(?:and|or)\s)\s*/giu;
const blanks = /\s+/g;

/** Cuts a span at a separator; the parts keep their places. */
function cut(text: string, { start, end }: Span, separator: RegExp): Span[] {
  const parts: Span[] = [];
  let at = start;
  for (const found of text.slice(start, end).matchAll(separator)) {
    parts.push({ start: at, end: start + found.index });
    at = start + found.index + found[0].length;
  }
  parts.push({ start: at, end });
  return parts.filter((part) => text.slice(part.start, part.end).trim() !== '');
}

/** The items of a list. A list of Chinese words or header names may be written with blanks alone. */
function itemsOf(text: string, span: Span, style: ListStyle): Span[] {
  const items = cut(text, span, separators);
  return items.length === 1 && style === 'header' ? cut(text, span, blanks) : items;
}

const bullet = /^\s{0,12}(?:[-*•·+>]|\d{1,2}[.)、])\s{0,4}\S/;

/** Lists on a line labelled so; an empty label is followed by its items, one a line. */
function labelledLists(text: string, lines: readonly Line[]): Enumeration[] {
  return lines.flatMap((line, index) => {
    const label = labelled(line.words);
    if (label?.kind !== 'fields') {
      return [];
    }
    const here = { start: line.start + label.contentAt, end: line.end };
    const items =
      text.slice(here.start, here.end).trim() === '' ? itemLines(lines, index + 1) : itemsOf(text, here, 'header');
    return [{ style: 'header' as const, labelled: true, items }];
  });
}

function itemLines(lines: readonly Line[], from: number): Span[] {
  const items: Span[] = [];
  const bulleted = bullet.test(lines[from]?.words ?? '');
  for (const line of lines.slice(from, from + 100)) {
    if (labelled(line.words) !== null || bullet.test(line.words) !== bulleted || line.words.length > 60) {
      break;
    }
    items.push({ start: line.start, end: line.end });
  }
  return items;
}

/** Lists inside a sentence, from words such as "include" to its end. */
function sentenceLists(prose: string): Enumeration[] {
  const lists: Enumeration[] = [];
  for (const found of prose.matchAll(cue)) {
    if (lists.length === mostCues) {
      break;
    }
    const start = found.index + found[0].length;
    const rest = prose.slice(start, start + longestList);
    const stop = rest.search(sentenceEnd);
    const items = itemsOf(prose, { start, end: start + (stop < 0 ? rest.length : stop) }, 'sentence');
    lists.push({ style: 'sentence', labelled: false, items });
  }
  return lists;
}

/** An item of a bare list is a name, not a clause. */
const longestTerse = 32;

/** Lines that are nothing but a list, such as `name|phone|email` under a title. */
function bareLists(text: string, lines: readonly Line[]): Enumeration[] {
  return lines.flatMap((line) => {
    if (line.words.length > longestList || labelled(line.words) !== null) {
      return [];
    }
    const items = itemsOf(text, line, 'header');
    const terse = items.every(({ start, end }) => end - start <= longestTerse);
    return items.length < 3 || !terse ? [] : [{ style: 'header' as const, labelled: false, items }];
  });
}

/** Every stretch of the text that may list the fields of the data. */
export function enumerationsIn({ prose, lines }: Reading): Enumeration[] {
  return [...labelledLists(prose, lines), ...sentenceLists(prose), ...bareLists(prose, lines)];
}
