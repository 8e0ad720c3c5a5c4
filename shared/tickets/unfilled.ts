import type { Fact } from './fact.ts';
import { calledNames, parseReply, renderReply, syntaxFailure } from './reply-engine.ts';

/** A place of a draft that must be dealt with before the reply may be saved: UTF-16 offsets into the source, a sentence. */
export type Unfilled = {
  readonly kind: 'unknown-fact' | 'missing-fact' | 'prompt' | 'blank' | 'syntax';
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly sentence: string;
};

type Place = { readonly kind: 'output' | 'prompt'; readonly start: number; readonly end: number };

/** An output, or a place for the analyst. A prompt that is never closed is open to the end of its line. */
const places = /\{\{[\s\S]*?\}\}|\[\[[^\n]*?(?:\]\]|$)/gm;

/** Letters of the private-use area: they mark, in a trial run, which places of the source reach the text. */
const open = '\ue000';
const shut = '\ue001';
const marks = /[\ue000\ue001]/g;

function placesIn(source: string): Place[] {
  return [...source.matchAll(places)].map(({ 0: words, index }) => ({
    kind: words.startsWith('{{') ? 'output' : 'prompt',
    start: index,
    end: index + words.length,
  }));
}

/** The source with each place between marks and its number, so that the text tells which places it came through. */
function marked(source: string, found: readonly Place[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const [number, { start, end }] of found.entries()) {
    parts.push(source.slice(at, start), `${open}${number};`, source.slice(start, end), shut);
    at = end;
  }
  return parts.join('') + source.slice(at);
}

/** What each reached place turned into, by its number. Facts lose their marks first, so none can pose as a place. */
function reachedPlaces(source: string, found: readonly Place[], facts: readonly Fact[]): Map<number, string> {
  const plain = facts.map((fact) => ({ ...fact, text: fact.text?.replace(marks, '') ?? null }));
  const text = renderReply(parseReply(marked(source, found)), plain);
  const reached = new Map<number, string>();
  for (const piece of text.split(open).slice(1)) {
    const body = piece.indexOf(';') + 1;
    const stop = piece.indexOf(shut);
    reached.set(Number(piece.slice(0, body - 1)), piece.slice(body, stop < 0 ? piece.length : stop));
  }
  return reached;
}

const emptyOutput = /^\s*(?:\[\[ not known yet \]\])?\s*$/;

function sentenceFor(place: Place, words: string, facts: readonly Fact[]): string {
  if (place.kind === 'prompt') {
    const asked = words.replace(/^\[\[\s*/, '').replace(/\s*\]\]$/, '');
    return asked === '' ? 'This place is still to be written.' : `Still to be written: ${asked}`;
  }
  const missing = facts.find(({ id, text }) => text === null && mentions(words, id));
  return missing === undefined ? `${words} gives no text.` : `${missing.label} is not known yet (${missing.source}).`;
}

function mentions(words: string, id: string): boolean {
  return words.split(/[^\w.-]+/).includes(id);
}

/** Names in the source that no fact has. */
function unknownNames(source: string, facts: readonly Fact[]): Unfilled[] {
  const known = new Set(facts.map(({ id }) => id));
  const lineStarts = [0];
  for (const { index } of source.matchAll(/\n/g)) {
    lineStarts.push(index + 1);
  }
  return calledNames(parseReply(source)).flatMap(({ id, row, col }) => {
    if (known.has(id)) {
      return [];
    }
    const start = Math.min(source.length, (lineStarts[row - 1] ?? 0) + col - 1);
    const end = Math.min(source.length, start + id.length);
    return [{ kind: 'unknown-fact' as const, start, end, words: id, sentence: `There is no fact called ${id}.` }];
  });
}

function openPlaces(source: string, facts: readonly Fact[], unknown: readonly Unfilled[]): Unfilled[] {
  const found = placesIn(source);
  return [...reachedPlaces(source, found, facts)].flatMap(([number, became]) => {
    const place = found[number];
    if (place === undefined) {
      return [];
    }
    const { start, end } = place;
    const reported = unknown.some((name) => name.start >= start && name.end <= end);
    if (place.kind === 'output' && (reported || !emptyOutput.test(became))) {
      return [];
    }
    const words = source.slice(start, end);
    const kind = place.kind === 'prompt' ? ('prompt' as const) : ('missing-fact' as const);
    return [{ kind, start, end, words, sentence: sentenceFor(place, words, facts) }];
  });
}

/**
 * Everything that keeps a draft from being a reply: facts that no one knows, names that no fact has, places left for the
 * analyst, nothing at all. Only what the draft itself holds counts, never what a fact's own text looks like.
 */
export function unfilled(source: string, facts: readonly Fact[]): Unfilled[] {
  const whole = { start: 0, end: source.length, words: source };
  if (source.trim() === '') {
    return [{ ...whole, kind: 'blank', sentence: 'The reply is empty.' }];
  }
  try {
    const unknown = unknownNames(source, facts);
    const text = renderReply(parseReply(source), facts);
    if (text.trim() === '') {
      return [{ ...whole, kind: 'blank', sentence: 'The reply comes out empty.' }];
    }
    return [...unknown, ...openPlaces(source, facts, unknown)].sort((a, b) => a.start - b.start);
  } catch (thrown) {
    const { message, line } = syntaxFailure(thrown);
    return [{ ...whole, kind: 'syntax', sentence: `Line ${line} cannot be read: ${message}.` }];
  }
}
