/*
 * Why not a detector from npm: see the measurement in docs/dependencies.md. This one asks of each encoding how likely the
 * bytes would be if they were text in a language written with it, and adds up logarithms of those chances, so that few
 * characters give a small lead and many a large one.
 */
import type { Encoding } from '../domain/dialect.ts';
import { doubleByteTable, malformed, singleByteTable } from './character-tables.ts';
import { type DoubleByteModel, doubleByteModels, type SingleByteModel, singleByteModels } from './language-models.ts';

/** How well bytes read in one encoding. Scores are logarithms: a lead of 7 is one of a thousand to one. */
export type EncodingScore = {
  readonly encoding: Encoding;
  readonly language: string;
  readonly score: number;
  /** Characters beyond ASCII, malformed ones included. */
  readonly characters: number;
  readonly malformed: number;
};

const malformedCost = -25;
const strangeCost = -16;
const privateCost = -18;
const priors: Partial<Record<Encoding, number>> = { gb18030: 0, 'windows-1252': -1, 'windows-1258': -5, 'koi8-r': -3 };
const otherPrior = -2;
const rarePrior = -4;

/**
 * An ASCII letter right behind a byte above ASCII may be the second half of a pair. Who reads it as a letter of its own
 * pays for it; else the encodings of pairs would seem to explain more than they do, or less.
 */
const letterBehindCost = -3;
/** Half-width kana and letters hardly ever touch. */
const letterBehindKanaCost = -7;

function isLetterBehind(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  return byte >= 0x40 && byte < 0x80 && (bytes[at - 1] ?? 0) >= 0x80;
}

type Judge = (bytes: Uint8Array) => EncodingScore;

const decoder = new TextDecoder();

/** The text of a packed character. */
function unpacked(packed: number): string {
  const bytes: number[] = [];
  for (let rest = packed; rest !== 0; rest >>>= 8) {
    bytes.push(rest & 0xff);
  }
  return decoder.decode(Uint8Array.from(bytes));
}

/** The packed form of the characters of a text that lie in the basic plane. */
function packedSet(text: string): ReadonlySet<number> {
  const encoder = new TextEncoder();
  return new Set(
    [...text].map((character) => encoder.encode(character).reduceRight((bits, byte) => bits * 256 + byte, 0)),
  );
}

/** U+E000 to U+F8FF in packed form. */
function isPrivate(packed: number): boolean {
  const lead = packed & 0xff;
  return (lead === 0xee || (lead === 0xef && ((packed >>> 8) & 0xff) < 0xa4)) && packed > 0xffff;
}

function pairCosts({ encoding, common, commonShare, tiers }: DoubleByteModel): Float32Array {
  const { pairs } = doubleByteTable(encoding);
  const usual = packedSet(common);
  const tierOf = (pair: number): number =>
    tiers.findIndex(
      ({ leads, trailsFrom }) => pair >> 8 >= leads[0] && pair >> 8 <= leads[1] && (pair & 0xff) >= trailsFrom,
    );
  const sizes = tiers.map(() => 0);
  const places = Int8Array.from(pairs, (packed, pair) => (packed === 0 ? -1 : tierOf(pair)));
  for (const place of places) {
    sizes[place] = (sizes[place] ?? 0) + 1;
  }
  const tierCosts = tiers.map(({ share }, place) => Math.log(share / Math.max(sizes[place] ?? 1, 1)));
  const commonCost = Math.log(commonShare / Math.max(usual.size, 1));
  return Float32Array.from(pairs, (packed, pair) => {
    if (packed === 0) {
      return malformedCost;
    }
    if (usual.has(packed)) {
      return commonCost;
    }
    return isPrivate(packed) ? privateCost : (tierCosts[places[pair] ?? -1] ?? strangeCost);
  });
}

/** What reading on at a byte above ASCII takes and costs. */
type Step = { readonly bytes: number; readonly cost: number; readonly isMalformed: boolean };

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

function doubleByteReader(model: DoubleByteModel): (bytes: Uint8Array, at: number) => Step {
  const { single, pairs } = doubleByteTable(model.encoding);
  const costs = pairCosts(model);
  const alone: Step = { bytes: 1, cost: Math.log(model.singleShare / 63), isMalformed: false };
  const malformedByte: Step = { bytes: 1, cost: malformedCost, isMalformed: true };
  const malformedPair: Step = { bytes: 2, cost: malformedCost, isMalformed: true };
  const fourBytes: Step = { bytes: 4, cost: strangeCost, isMalformed: false };
  return (bytes, at) => {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    const one = single[lead] ?? 0;
    if (one !== 0) {
      return one === malformed ? malformedByte : alone;
    }
    const pair = (lead << 8) | trail;
    if (pairs[pair] !== 0) {
      return { bytes: 2, cost: costs[pair] ?? strangeCost, isMalformed: false };
    }
    if (model.encoding === 'gb18030' && isDigit(trail) && isDigit(bytes[at + 3] ?? 0)) {
      return fourBytes;
    }
    return trail < 0x80 ? malformedByte : malformedPair;
  };
}

function doubleByteJudge(model: DoubleByteModel): Judge {
  const { encoding, language, isRare } = model;
  const read = doubleByteReader(model);
  const behindCost = model.singleShare > 0.5 ? letterBehindKanaCost : letterBehindCost;
  const prior = (priors[encoding] ?? otherPrior) + (isRare ? rarePrior : 0);
  return (bytes) => {
    const sum = { score: prior, characters: 0, malformed: 0 };
    for (let at = 0; at < bytes.length; ) {
      if ((bytes[at] ?? 0) < 0x80) {
        sum.score += isLetterBehind(bytes, at) ? behindCost : 0;
        at++;
        continue;
      }
      const step = read(bytes, at);
      sum.score += step.cost;
      sum.characters++;
      sum.malformed += step.isMalformed ? 1 : 0;
      at += step.bytes;
    }
    return { encoding, language, ...sum };
  };
}

/** What a byte is in a word; letters of the language's own script apart from ASCII ones. */
const kinds = { other: 0, asciiLower: 1, asciiUpper: 2, lower: 3, upper: 4, caseless: 5 } as const;
const usualSigns = new Set('«»–—“”’‘„…·°€№\u00A0');
const costsOf = { sign: Math.log(0.01), strange: -9, control: -14, unlisted: -9, capital: -1.8 } as const;
const innerCapital = -5;
const mixedScripts = -4;

function letterCosts(letters: string): ReadonlyMap<string, number> {
  const ordered = [...letters];
  const weights = ordered.map((_, rank) => Math.exp((-3 * rank) / ordered.length));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(ordered.map((letter, rank) => [letter, Math.log((0.9 * (weights[rank] ?? 0)) / whole)]));
}

function kindOf(character: string): number {
  if (/\p{Ll}/u.test(character)) {
    return kinds.lower;
  }
  if (/\p{Lu}/u.test(character)) {
    return kinds.upper;
  }
  return /[\p{L}\p{M}]/u.test(character) ? kinds.caseless : kinds.other;
}

function costOf(character: string, letters: ReadonlyMap<string, number>): number {
  const own = letters.get(character);
  if (own !== undefined) {
    return own;
  }
  const lower = letters.get(character.toLowerCase());
  if (lower !== undefined) {
    return lower + costsOf.capital;
  }
  if (usualSigns.has(character)) {
    return costsOf.sign;
  }
  if (/\p{Cc}/u.test(character)) {
    return costsOf.control;
  }
  return /\p{L}/u.test(character) ? costsOf.unlisted : costsOf.strange;
}

function asciiKind(byte: number): number {
  if (byte >= 0x61 && byte <= 0x7a) {
    return kinds.asciiLower;
  }
  return byte >= 0x41 && byte <= 0x5a ? kinds.asciiUpper : kinds.other;
}

/** What the neighbours say: capitals stand at the start of a word, and a word is of one script. */
function neighbourCosts(isLatin: boolean): Float32Array {
  const costs = new Float32Array(36);
  const { asciiLower, asciiUpper, lower, upper, caseless } = kinds;
  costs[lower * 6 + upper] = innerCapital;
  costs[asciiLower * 6 + upper] = innerCapital;
  costs[lower * 6 + asciiUpper] = isLatin ? innerCapital : 0;
  if (!isLatin) {
    for (const own of [lower, upper, caseless]) {
      for (const ascii of [asciiLower, asciiUpper]) {
        costs[own * 6 + ascii] = mixedScripts;
        costs[ascii * 6 + own] = mixedScripts;
      }
    }
  }
  return costs;
}

function singleByteJudge({ encoding, language, letters, isLatin }: SingleByteModel): Judge {
  const known = letterCosts(letters);
  const characters = Array.from(singleByteTable(encoding), (packed) => (packed === malformed ? '' : unpacked(packed)));
  const kindAt = Uint8Array.from(characters, (character, byte) => (byte < 0x80 ? asciiKind(byte) : kindOf(character)));
  const costAt = Float32Array.from(characters, (character, byte) => {
    if (byte < 0x80) {
      return 0;
    }
    return character === '' ? malformedCost : costOf(character, known);
  });
  const neighbours = neighbourCosts(isLatin);
  const prior = priors[encoding] ?? otherPrior;
  return (bytes) => {
    const sum = { score: prior, characters: 0, malformed: 0 };
    let before: number = kinds.other;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      const kind = kindAt[byte] ?? 0;
      sum.score += (costAt[byte] ?? 0) + (neighbours[before * 6 + kind] ?? 0);
      sum.score += isLetterBehind(bytes, at) ? letterBehindCost : 0;
      sum.characters += byte < 0x80 ? 0 : 1;
      sum.malformed += characters[byte] === '' ? 1 : 0;
      before = kind;
    }
    return { encoding, language, ...sum };
  };
}

let judges: readonly Judge[] | null = null;

/** Every encoding by how well the bytes read in it, the best first, each in the language that suits it best. */
export function rankEncodings(bytes: Uint8Array): readonly EncodingScore[] {
  judges ??= [...doubleByteModels.map(doubleByteJudge), ...singleByteModels.map(singleByteJudge)];
  const best = new Map<Encoding, EncodingScore>();
  for (const judge of judges) {
    const found = judge(bytes);
    const known = best.get(found.encoding);
    if (known === undefined || found.score > known.score) {
      best.set(found.encoding, found);
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}
