import { firstInvalidUtf8 } from '../kernel/utf8.ts';
import { ByteText } from './byte-text.ts';
import { unescapeJson } from './json-string.ts';

/** More keys than this are not remembered: an object with a key for every user must not fill the memory. */
const maxKeys = 4000;

/** A key as it is met in records: its path from the record, and the column it has, or -1. */
export type JsonKey = {
  readonly path: string;
  column: number;
  readonly spelling: Uint8Array;
  readonly place: number;
  readonly children: JsonKey[];
  readonly byName: Map<string, JsonKey>;
  /** The child that comes next if the record is like the one before. */
  expected: number;
};

function newKey(path: string, spelling: Uint8Array, place: number): JsonKey {
  return { path, column: -1, spelling, place, children: [], byName: new Map(), expected: 0 };
}

function isSpelled({ spelling }: JsonKey, bytes: Uint8Array, start: number, end: number): boolean {
  if (spelling.length !== end - start) {
    return false;
  }
  for (let k = 0; k < spelling.length; k++) {
    if (spelling[k] !== bytes[start + k]) {
      return false;
    }
  }
  return true;
}

/** The keys of a table's records. Records mostly have the same keys in the same order, so a key is guessed before it is decoded. */
export class JsonKeys {
  /** The record itself. */
  readonly root = newKey('', new Uint8Array(0), 0);
  private count = 0;
  private readonly text = new ByteText();

  /**
   * The child of `parent` whose key is written in [start, end). A path as text when it is new and no more keys are
   * remembered; null when it is malformed.
   */
  child(parent: JsonKey, bytes: Uint8Array, start: number, end: number): JsonKey | string | null {
    const guess = parent.children[parent.expected];
    if (guess !== undefined && isSpelled(guess, bytes, start, end)) {
      parent.expected++;
      return guess;
    }
    const name = this.nameOf(bytes, start, end);
    if (name === null) {
      return null;
    }
    const known = parent.byName.get(name);
    if (known !== undefined) {
      parent.expected = known.place + 1;
      return known;
    }
    const path = parent === this.root ? name : `${parent.path}.${name}`;
    if (this.count >= maxKeys) {
      return path;
    }
    this.count++;
    const key = newKey(path, bytes.slice(start, end), parent.children.length);
    parent.children.push(key);
    parent.byName.set(name, key);
    parent.expected = key.place + 1;
    return key;
  }

  private nameOf(bytes: Uint8Array, start: number, end: number): string | null {
    this.text.clear();
    const isSound = firstInvalidUtf8(bytes, start, end) < 0 && unescapeJson(bytes, start, end, this.text);
    return isSound ? this.text.toString() : null;
  }
}
